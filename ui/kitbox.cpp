// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitbox.h"

#include "ui/copyfield.h"
#include "ui/flowlayout.h"
#include "ui/icons.h"
#include "ui/style.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTextOption>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

KitBox::KitBox(QWidget *parent)
    : QWidget(parent)
    , m_endpoint(new QComboBox(this))
    , m_forms(new QTabBar(this))
    , m_text(new QPlainTextEdit(this))
    , m_send(new QPushButton(icon(Symbol::Start), tr("Send Test Call"), this))
{
    m_endpoint->setObjectName(u"kitEndpoint"_s);
    m_endpoint->setAccessibleName(tr("What the example sends"));
    m_endpoint->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_forms->setObjectName(u"kitForms"_s);
    m_forms->setAccessibleName(tr("What is to send it"));
    m_forms->setDrawBase(false);
    m_forms->setExpanding(false);
    for (int number = 0; number < static_cast<int>(KitForm::Count); ++number)
        m_forms->addTab(nameOf(static_cast<KitForm>(number)));
    m_text->setObjectName(u"example"_s);
    m_text->setAccessibleName(tr("Example request"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(style::fixed(font()));
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setMinimumHeight(QFontMetrics(m_text->font()).lineSpacing() * 7 + 2 * style::Gap + style::Unit);
    auto *copy = new QPushButton(icon(Symbol::Copy), tr("Copy"), this);
    copy->setObjectName(u"exampleCopy"_s);
    m_send->setObjectName(u"sendTestCall"_s);
    m_send->setToolTip(tr("Sends a call over HTTP to this provider's webhook, as a sender would: the record "
                          "“test”, which counts for nothing (%1).")
                           .arg(QKeySequence(u"Ctrl+Shift+T"_s).toString(QKeySequence::NativeText)));
    auto *buttons = new FlowLayout(style::Gap);
    for (auto *one :
         {static_cast<QWidget *>(m_endpoint), static_cast<QWidget *>(copy), static_cast<QWidget *>(m_send)})
        buttons->addWidget(one);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::Unit);
    column->addWidget(m_forms, 0, Qt::AlignLeft);
    column->addWidget(m_text);
    column->addLayout(buttons);

    connect(m_forms, &QTabBar::currentChanged, this, &KitBox::write);
    connect(m_endpoint, &QComboBox::currentIndexChanged, this, &KitBox::write);
    // The example bears the key while it is revealed.
    connect(copy, &QPushButton::clicked, this, [this, copy] { copySecret(copy, m_text->toPlainText()); });
    connect(m_send, &QPushButton::clicked, this, &KitBox::testWanted);
}

void KitBox::show(const KitRequest &request, const QString &activityUrl, const QString &saleUrl)
{
    m_request = request;
    m_activityUrl = activityUrl;
    m_saleUrl = saleUrl;
    const auto chosen = endpoint();
    {
        const QSignalBlocker quiet(m_endpoint);
        m_endpoint->clear();
        if (!activityUrl.isEmpty())
            m_endpoint->addItem(tr("An activity"), static_cast<int>(Endpoint::Activities));
        if (!saleUrl.isEmpty())
            m_endpoint->addItem(tr("A sale"), static_cast<int>(Endpoint::Sales));
        m_endpoint->setCurrentIndex(qMax(0, m_endpoint->findData(static_cast<int>(chosen))));
    }
    m_send->setEnabled(m_endpoint->count() > 0);
    write();
}

Endpoint KitBox::endpoint() const
{
    return static_cast<Endpoint>(m_endpoint->currentData().toInt());
}

void KitBox::setSending(bool sending)
{
    m_send->setEnabled(!sending);
}

void KitBox::write()
{
    auto request = m_request;
    request.endpoint = endpoint();
    request.url = request.endpoint == Endpoint::Sales ? m_saleUrl : m_activityUrl;
    const auto text = m_endpoint->count() == 0
                          ? QString()
                          : senderKit(static_cast<KitForm>(m_forms->currentIndex()), request);
    if (m_text->toPlainText() != text)
        m_text->setPlainText(text);
}

} // namespace salesdesk
