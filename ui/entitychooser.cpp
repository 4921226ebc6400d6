// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entitychooser.h"

#include "ui/icons.h"
#include "ui/style.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

/// Each row of one height, with room around its text.
class RoomyDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, option.fontMetrics.height() + 10};
    }
};

} // namespace

EntityChooser::EntityChooser(const Question &question, const QList<EntityChoice> &choices, QWidget *parent)
    : QDialog(parent)
    , m_text(new QLineEdit(this))
    , m_model(choices)
    , m_list(new QListView(this))
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
    m_list->setItemDelegate(new RoomyDelegate(m_list));
    m_list->setModel(&m_model);
    m_list->setCurrentIndex(m_model.indexOf(question.preferred));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_link = buttons->addButton(question.verb, QDialogButtonBox::AcceptRole);
    m_link->setObjectName(u"accept"_s);
    m_link->setDefault(true);
    connect(m_text, &QLineEdit::textChanged, this, &EntityChooser::narrow);
    connect(m_list, &QListView::doubleClicked, this, &QDialog::accept);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
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
    const auto current = m_list->currentIndex();
    return current.isValid() ? m_model.choice(current.row()).id : EntityId{};
}

QString EntityChooser::chosenName() const
{
    const auto current = m_list->currentIndex();
    return current.isValid() ? m_model.choice(current.row()).name : QString();
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
    const auto before = chosen();
    m_model.narrow(text);
    // What is typed counts, not what was chosen before: of those that fit, the most like whom is asked for.
    m_list->setCurrentIndex(text.trimmed().isEmpty() ? m_model.indexOf(before) : m_model.index(0));
    m_link->setEnabled(chosen().isValid());
}

} // namespace salesdesk
