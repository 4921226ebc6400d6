// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entitychooser.h"

#include "model/domain/namesimilarity.h"
#include "model/domain/namewords.h"
#include "ui/icons.h"
#include "ui/style.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int NameRole = Qt::UserRole + 1;
constexpr int SearchRole = Qt::UserRole + 2; ///< what a typed word is looked for in

/// Those whose names are like `name` come first.
void sortByLikeness(QList<Entity> &entities, const QString &name)
{
    const auto asked = normalisedName(name);
    const auto words = asked.split(u' ', Qt::SkipEmptyParts);
    QHash<EntityId, double> likeness;
    for (const auto &entity : std::as_const(entities)) {
        const auto other = normalisedName(entity.name);
        likeness.insert(entity.id, qMax(jaroWinkler(asked, other),
                                        tokenSimilarity(words, other.split(u' ', Qt::SkipEmptyParts))));
    }
    std::stable_sort(entities.begin(), entities.end(), [&likeness](const Entity &a, const Entity &b) {
        return likeness.value(a.id) > likeness.value(b.id);
    });
}
} // namespace

EntityChooser::EntityChooser(const Question &question, QList<Entity> entities, QWidget *parent)
    : QDialog(parent)
    , m_text(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setObjectName(u"entityChooser"_s);
    setWindowTitle(question.verb);
    auto *label = style::plainLabel(question.text, this);
    label->setWordWrap(true);
    m_text->setObjectName(u"search"_s);
    m_text->setPlaceholderText(tr("Type a part of the name"));
    m_text->setClearButtonEnabled(true);
    m_text->addAction(icon(Symbol::Filter, Tone::Muted), QLineEdit::LeadingPosition);
    m_text->installEventFilter(this);
    m_list->setObjectName(u"entities"_s);
    m_list->setAccessibleName(tr("Candidates"));
    m_list->setUniformItemSizes(true);
    sortByLikeness(entities, question.likeWhom);
    for (const auto &entity : std::as_const(entities)) {
        const auto detail = entity.kind == EntityKind::Agent && !entity.email.isEmpty()
                                ? u"  ·  "_s + entity.email
                                : QString();
        auto *item = new QListWidgetItem(entity.name + detail, m_list);
        item->setData(Qt::UserRole, entity.id.value);
        item->setData(NameRole, entity.name);
        item->setData(SearchRole, u" %1 %2"_s.arg(normalisedName(entity.name), entity.email.toCaseFolded()));
        item->setSizeHint({0, fontMetrics().height() + 10});
        if (entity.id == question.preferred)
            m_list->setCurrentItem(item);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_link = buttons->addButton(question.verb, QDialogButtonBox::AcceptRole);
    m_link->setObjectName(u"accept"_s);
    m_link->setDefault(true);
    connect(m_text, &QLineEdit::textChanged, this, &EntityChooser::narrow);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &QDialog::accept);
    connect(m_list, &QListWidget::currentItemChanged, this,
            [this] { m_link->setEnabled(chosen().isValid()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_link->setEnabled(chosen().isValid());

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(style::Margin, style::Margin, style::Margin, style::Margin);
    column->setSpacing(style::Gap);
    column->addWidget(label);
    column->addWidget(m_text);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    style::sizeDialog(*this, 60, 24);
}

EntityId EntityChooser::chosen() const
{
    const auto *item = m_list->currentItem();
    return EntityId{item && !item->isHidden() ? item->data(Qt::UserRole).toLongLong() : 0};
}

QString EntityChooser::chosenName() const
{
    const auto *item = m_list->currentItem();
    return item ? item->data(NameRole).toString() : QString();
}

bool EntityChooser::eventFilter(QObject *watched, QEvent *event)
{
    // Up and down walk through the list while the text keeps the focus.
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void EntityChooser::narrow(const QString &text)
{
    auto words = normalisedName(text).split(u' ', Qt::SkipEmptyParts);
    if (text.contains(u'@'))
        words = {text.trimmed().toCaseFolded()};
    for (auto &word : words)
        word.prepend(u' '); // only beginnings of words
    // Of those that fit, the first one is the most like whom is asked for.
    QListWidgetItem *nearest = nullptr;
    for (int row = 0; row < m_list->count(); ++row) {
        auto *item = m_list->item(row);
        const auto searched = item->data(SearchRole).toString();
        item->setHidden(!std::all_of(words.cbegin(), words.cend(),
                                     [&searched](const QString &word) { return searched.contains(word); }));
        if (!item->isHidden() && !nearest)
            nearest = item;
    }
    // What is typed counts, not what was chosen before.
    if (!words.isEmpty())
        m_list->setCurrentItem(nearest);
    m_link->setEnabled(chosen().isValid());
}

} // namespace salesdesk
