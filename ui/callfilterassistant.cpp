// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/callfilterassistant.h"

#include "model/tables/sentences.h"
#include "ui/icons.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QDateTime>
#include <QInputDialog>
#include <QKeyEvent>
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

CallFilterAssistant::CallFilterAssistant(QLineEdit *edit, Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_edit(edit)
    , m_workspace(workspace)
    , m_savedButton(new QPushButton(icon(Symbol::Saved), tr("Saved"), edit->parentWidget()))
    , m_menu(new QMenu(m_savedButton))
    , m_state(edit->addAction(icon(Symbol::Done, Tone::Good), QLineEdit::TrailingPosition))
    , m_completer(new QCompleter(this))
    , m_candidates(new QStringListModel(this))
{
    m_savedButton->setObjectName(u"savedFilters"_s);
    m_savedButton->setAccessibleName(tr("Saved and recent filters"));
    m_savedButton->setToolTip(tr("Saved and recent filters"));
    m_savedButton->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &CallFilterAssistant::fillMenu);
    m_completer->setModel(m_candidates);
    m_completer->setWidget(edit);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setObjectName(u"filterCandidates"_s);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &CallFilterAssistant::take);
    connect(edit, &QLineEdit::textChanged, this, &CallFilterAssistant::read);
    connect(edit, &QLineEdit::textEdited, this, &CallFilterAssistant::complete);
    connect(edit, &QLineEdit::editingFinished, this, &CallFilterAssistant::remember);
    connect(edit, &QLineEdit::returnPressed, this, [this] {
        const auto *popup = m_completer->popup();
        if (!popup->isVisible() || !popup->currentIndex().isValid())
            Q_EMIT entered();
    });
    edit->installEventFilter(this);
    read();
}

void CallFilterAssistant::read()
{
    const auto text = m_edit->text();
    const auto filter =
        readCallFilter(text, QDateTime::currentMSecsSinceEpoch(), m_workspace.directory()->zone);
    const auto *error = std::get_if<FilterError>(&filter);
    m_problem = error ? spoken(error->detail) : QString();
    if (!error)
        m_filter = std::get<CallFilter>(filter);
    m_state->setVisible(!text.trimmed().isEmpty());
    m_state->setIcon(error ? icon(Symbol::Warning, Tone::Bad) : icon(Symbol::Done, Tone::Good));
    m_state->setToolTip(error ? m_problem : tr("This filter can be read"));
    m_state->setText(m_state->toolTip());
    Q_EMIT changed();
}

void CallFilterAssistant::complete()
{
    QStringList providers;
    for (const auto &provider : m_workspace.directory()->providers)
        providers.append(provider.name);
    providers.sort(Qt::CaseInsensitive);
    const auto text = m_edit->text();
    m_completion = completeCallFilter(text, m_edit->cursorPosition(), providers);
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

void CallFilterAssistant::offerRecent()
{
    if (m_recent.isEmpty())
        return;
    m_completion = {0, m_edit->text().size(), m_recent};
    m_candidates->setStringList(m_recent);
    m_completer->complete();
}

void CallFilterAssistant::take(const QString &candidate)
{
    auto text = m_edit->text();
    const bool more = candidate.endsWith(u':') && !m_recent.contains(candidate);
    text.replace(m_completion.from, m_completion.length, more ? candidate : candidate + u' ');
    m_edit->setText(text);
    m_edit->setCursorPosition(static_cast<int>(m_completion.from + candidate.size() + (more ? 0 : 1)));
    if (more)
        complete();
}

void CallFilterAssistant::toggle(const QString &term)
{
    m_edit->setText(toggledTerm(m_edit->text(), term));
    remember();
}

bool CallFilterAssistant::has(const QString &term) const
{
    return filterTerms(m_edit->text()).contains(term);
}

void CallFilterAssistant::remember()
{
    const auto text = m_edit->text().trimmed();
    if (text.isEmpty() || !m_problem.isEmpty())
        return;
    m_recent.removeAll(text);
    m_recent.prepend(text);
    m_recent = m_recent.first(qMin(m_recent.size(), mostRecent));
}

void CallFilterAssistant::fillMenu()
{
    m_menu->clear();
    auto *save = m_menu->addAction(icon(Symbol::Saved), tr("Save This Filter…"), this,
                                   &CallFilterAssistant::saveCurrent);
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

void CallFilterAssistant::saveCurrent()
{
    bool given = false;
    const auto name =
        QInputDialog::getText(m_edit, tr("Save Filter"), tr("Name"), QLineEdit::Normal, {}, &given).trimmed();
    if (!given || name.isEmpty())
        return;
    m_saved.removeIf([&name](const auto &one) { return one.first == name; });
    m_saved.append({name, m_edit->text().trimmed()});
}

void CallFilterAssistant::savePlace(QSettings &settings) const
{
    settings.setValue(u"filters/recent"_s, m_recent);
    QStringList saved;
    for (const auto &[name, text] : m_saved)
        saved << name << text;
    settings.setValue(u"filters/saved"_s, saved);
}

void CallFilterAssistant::restorePlace(const QSettings &settings)
{
    m_recent = settings.value(u"filters/recent"_s).toStringList();
    const auto saved = settings.value(u"filters/saved"_s).toStringList();
    m_saved.clear();
    for (qsizetype at = 0; at + 1 < saved.size(); at += 2)
        m_saved.append({saved[at], saved[at + 1]});
}

bool CallFilterAssistant::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down && m_edit->text().isEmpty()) {
        offerRecent();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace salesdesk
