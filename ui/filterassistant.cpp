// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filterassistant.h"

#include "model/tables/sentences.h"
#include "model/workspace.h"
#include "ui/icons.h"
#include "ui/style.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QStringListModel>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{
constexpr qsizetype mostRecent = 12;
} // namespace

QStringList providerNames(const Workspace &workspace)
{
    QStringList names;
    for (const auto &provider : workspace.directory()->providers)
        names.append(provider.name);
    names.sort(Qt::CaseInsensitive);
    return names;
}

FilterAssistant::FilterAssistant(QLineEdit *edit, FilterLanguage language, QObject *parent)
    : QObject(parent)
    , m_edit(edit)
    , m_language(std::move(language))
    , m_savedButton(new QPushButton(icon(Symbol::Saved), tr("Saved"), edit->parentWidget()))
    , m_problemLabel(style::mutedLabel({}, edit->parentWidget()))
    , m_menu(new QMenu(m_savedButton))
    , m_state(edit->addAction(icon(Symbol::Done, Tone::Good), QLineEdit::TrailingPosition))
    , m_completer(new QCompleter(this))
    , m_candidates(new QStringListModel(this))
{
    m_savedButton->setObjectName(u"savedFilters"_s);
    m_savedButton->setAccessibleName(tr("Saved and recent filters"));
    m_savedButton->setToolTip(tr("Saved and recent filters"));
    m_savedButton->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &FilterAssistant::fillMenu);
    m_problemLabel->setObjectName(u"filterError"_s);
    m_problemLabel->setWordWrap(true);
    style::setTone(m_problemLabel, Tone::Bad);
    m_completer->setModel(m_candidates);
    m_completer->setWidget(edit);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setObjectName(u"filterCandidates"_s);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterAssistant::take);
    connect(edit, &QLineEdit::textChanged, this, &FilterAssistant::read);
    connect(edit, &QLineEdit::textEdited, this, &FilterAssistant::complete);
    connect(edit, &QLineEdit::editingFinished, this, &FilterAssistant::remember);
    connect(edit, &QLineEdit::returnPressed, this, [this] {
        const auto *popup = m_completer->popup();
        if (!popup->isVisible() || !popup->currentIndex().isValid())
            Q_EMIT entered();
    });
    edit->installEventFilter(this);
    read();
}

void FilterAssistant::read()
{
    const auto text = m_edit->text();
    const auto error = m_language.read(text);
    m_problem = error ? spoken(error->detail) : QString();
    m_state->setVisible(!text.trimmed().isEmpty());
    m_state->setIcon(error ? icon(Symbol::Warning, Tone::Bad) : icon(Symbol::Done, Tone::Good));
    m_state->setToolTip(error ? m_problem : tr("This filter can be read"));
    m_state->setText(m_state->toolTip());
    m_problemLabel->setText(m_problem);
    m_problemLabel->setVisible(!m_problem.isEmpty());
    const auto terms = filterTerms(text);
    for (const auto &[button, term] : std::as_const(m_quick))
        button->setChecked(terms.contains(term));
    Q_EMIT changed();
}

void FilterAssistant::complete()
{
    const auto text = m_edit->text();
    m_completion = m_language.complete(text, m_edit->cursorPosition());
    // Not before something of it is typed, or every space would be answered by a list.
    const bool begun =
        m_completion.length > 0 || (m_completion.from > 0 && text[m_completion.from - 1] == u':');
    if (m_completion.candidates.isEmpty() || !begun) {
        m_completer->popup()->hide();
        return;
    }
    m_candidates->setStringList(m_completion.candidates);
    m_completer->complete();
}

void FilterAssistant::offerRecent()
{
    if (m_recent.isEmpty())
        return;
    m_completion = {0, m_edit->text().size(), m_recent};
    m_candidates->setStringList(m_recent);
    m_completer->complete();
}

void FilterAssistant::take(const QString &candidate)
{
    auto text = m_edit->text();
    const bool more = candidate.endsWith(u':') && !m_recent.contains(candidate);
    text.replace(m_completion.from, m_completion.length, more ? candidate : candidate + u' ');
    m_edit->setText(text);
    m_edit->setCursorPosition(static_cast<int>(m_completion.from + candidate.size() + (more ? 0 : 1)));
    if (more)
        complete();
}

void FilterAssistant::toggle(const QString &term)
{
    m_edit->setText(toggledTerm(m_edit->text(), term));
    remember();
}

QPushButton *FilterAssistant::addQuickFilter(const QString &name, const QString &text, const QString &term)
{
    auto *button = new QPushButton(text, m_edit->parentWidget());
    button->setObjectName(name);
    button->setCheckable(true);
    button->setToolTip(term);
    connect(button, &QPushButton::clicked, this, [this, term] { toggle(term); });
    m_quick.append({button, term});
    return button;
}

void FilterAssistant::remember()
{
    const auto text = m_edit->text().trimmed();
    if (text.isEmpty() || !m_problem.isEmpty())
        return;
    m_recent.removeAll(text);
    m_recent.prepend(text);
    m_recent = m_recent.first(qMin(m_recent.size(), mostRecent));
}

void FilterAssistant::fillMenu()
{
    m_menu->clear();
    auto *save =
        m_menu->addAction(icon(Symbol::Saved), tr("Save This Filter…"), this, &FilterAssistant::saveCurrent);
    save->setEnabled(m_problem.isEmpty() && !m_edit->text().trimmed().isEmpty());
    const auto add = [this](const QString &name, const QString &text) {
        // An ampersand is a character here, and no mnemonic.
        auto *action = m_menu->addAction(QString(name).replace(u'&', u"&&"_s), this,
                                         [this, text] { m_edit->setText(text); });
        action->setToolTip(text);
    };
    if (!m_saved.isEmpty())
        m_menu->addSection(tr("Saved"));
    for (const auto &[name, text] : std::as_const(m_saved))
        add(name, text);
    if (!m_recent.isEmpty())
        m_menu->addSection(tr("Recent"));
    for (const auto &text : std::as_const(m_recent))
        add(text, text);
    if (m_saved.isEmpty())
        return;
    m_menu->addSeparator();
    auto *remove = m_menu->addMenu(tr("Remove"));
    for (const auto &[name, text] : std::as_const(m_saved)) {
        remove->addAction(QString(name).replace(u'&', u"&&"_s), this, [this, name = name] {
            m_saved.removeIf([&name](const auto &one) { return one.first == name; });
        });
    }
}

void FilterAssistant::saveCurrent()
{
    bool given = false;
    const auto name =
        QInputDialog::getText(m_edit, tr("Save Filter"), tr("Name"), QLineEdit::Normal, {}, &given).trimmed();
    if (!given || name.isEmpty())
        return;
    m_saved.removeIf([&name](const auto &one) { return one.first == name; });
    m_saved.append({name, m_edit->text().trimmed()});
}

void FilterAssistant::savePlace(QSettings &settings) const
{
    settings.setValue(m_language.place + u"/recent"_s, m_recent);
    QStringList saved;
    for (const auto &[name, text] : m_saved)
        saved << name << text;
    settings.setValue(m_language.place + u"/saved"_s, saved);
}

void FilterAssistant::restorePlace(const QSettings &settings)
{
    m_recent = settings.value(m_language.place + u"/recent"_s).toStringList();
    const auto saved = settings.value(m_language.place + u"/saved"_s).toStringList();
    m_saved.clear();
    for (qsizetype at = 0; at + 1 < saved.size(); at += 2)
        m_saved.append({saved[at], saved[at + 1]});
}

bool FilterAssistant::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down && m_edit->text().isEmpty()) {
        offerRecent();
        return true;
    }
    if (watched == m_edit && event->type() == QEvent::Hide)
        m_completer->popup()->hide(); // or it would lie over another page
    return QObject::eventFilter(watched, event);
}

} // namespace salesdesk
