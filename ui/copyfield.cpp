// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/copyfield.h"

#include "ui/icons.h"
#include "ui/style.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

namespace salesdesk
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

CopyField::CopyField(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_copy(new QPushButton(icon(Symbol::Copy), tr("Copy"), this))
{
    setObjectName(name);
    m_text->setObjectName(name + u"Text"_s);
    m_text->setReadOnly(true);
    m_text->setFont(style::fixed(font()));
    m_text->setCursorPosition(0);
    m_copy->setObjectName(name + u"Copy"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(style::Gap);
    row->addWidget(m_text, 1);
    row->addWidget(m_copy);
    connect(m_copy, &QPushButton::clicked, this, [this] { copyText(m_copy, m_text->text()); });
}

void CopyField::setText(const QString &text)
{
    if (m_text->text() == text)
        return;
    m_text->setText(text);
    m_text->setCursorPosition(0);
}

QString CopyField::text() const
{
    return m_text->text();
}

void copyText(QPushButton *button, const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    button->setIcon(icon(Symbol::Done, Tone::Good));
    QTimer::singleShot(1500ms, button, [button] { button->setIcon(icon(Symbol::Copy)); });
}

} // namespace salesdesk
