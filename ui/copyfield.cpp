// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/copyfield.h"

#include "model/domain/secrets.h"
#include "ui/icons.h"
#include "ui/style.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextOption>
#include <QTimer>

namespace salesdesk
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

CopyField::CopyField(const QString &name, QWidget *parent, Content content)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_copy(new QPushButton(icon(Symbol::Copy), tr("Copy"), this))
{
    setObjectName(name);
    m_text->setObjectName(name + u"Text"_s);
    m_text->setReadOnly(true);
    m_text->setFont(style::fixed(font()));
    m_text->setWordWrapMode(QTextOption::WrapAnywhere);
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->document()->setDocumentMargin(style::Unit);
    m_copy->setObjectName(name + u"Copy"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(style::Gap);
    row->addWidget(m_text, 1);
    row->addWidget(m_copy, 0, Qt::AlignTop);
    fit();
    connect(m_copy, &QPushButton::clicked, this, [this, content] {
        if (content == Content::Secret)
            copySecret(m_copy, text());
        else
            copyText(m_copy, text());
    });
}

void CopyField::setLabel(const QString &label)
{
    m_text->setAccessibleName(label);
    m_copy->setAccessibleName(tr("Copy: %1").arg(label));
}

void CopyField::setText(const QString &text)
{
    if (this->text() == text)
        return;
    m_text->setPlainText(text);
    fit();
}

QString CopyField::text() const
{
    return m_text->toPlainText();
}

void CopyField::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void CopyField::fit()
{
    // Every character of the fixed font is as wide.
    const QFontMetrics metrics(m_text->font());
    // What the layout gives the text, which it may not have done yet.
    const int room =
        width() - m_copy->sizeHint().width() - style::Gap - 2 * (style::Unit + m_text->frameWidth());
    const int width = metrics.horizontalAdvance(text());
    const int lines = room > 0 && width > room ? qMin(4, (width + room - 1) / room) : 1;
    const int around = 2 * (style::Unit + m_text->frameWidth());
    m_text->setFixedHeight(qMax(m_copy->sizeHint().height(), lines * metrics.lineSpacing() + around));
    m_copy->setFixedHeight(qMax(m_copy->sizeHint().height(), metrics.lineSpacing() + around)); // as one line
}

void copyText(QPushButton *button, const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    button->setIcon(icon(Symbol::Done, Tone::Good));
    QTimer::singleShot(1500ms, button, [button] { button->setIcon(icon(Symbol::Copy)); });
}

void copySecret(QPushButton *button, const QString &secret, std::chrono::milliseconds clearAfter)
{
    copyText(button, secret);
    // Its hash alone is kept meanwhile.
    QTimer::singleShot(clearAfter, qApp, [hash = sha256(secret.toUtf8())] {
        auto *clipboard = QGuiApplication::clipboard();
        if (sha256(clipboard->text().toUtf8()) == hash)
            clipboard->clear();
    });
}

} // namespace salesdesk
