// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rehearsaldialog.h"

#include "model/intake/intake.h"
#include "model/intake/jsonlayout.h"
#include "model/tables/sentences.h"
#include "model/tables/whenfinished.h"
#include "ui/calldetailspane.h"
#include "ui/style.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QVBoxLayout>

#include <chrono>

namespace salesdesk
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

RehearsalDialog::RehearsalDialog(Workspace &workspace, const IncomingCall &call, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_call(call)
    , m_body(new QPlainTextEdit(this))
    , m_details(new CallDetailsPane(this))
    , m_problem(style::plainLabel({}, this))
{
    setObjectName(u"rehearsalDialog"_s);
    setWindowTitle(tr("Edit and Dry-Run"));
    style::sizeDialog(*this, 122, 38);
    auto *what = style::mutedLabel(
        tr("Change the body to see what would become of the call. Nothing is sent and nothing is kept."),
        this);
    what->setWordWrap(true);
    m_body->setObjectName(u"rehearsalBody"_s);
    m_body->setAccessibleName(tr("Body"));
    m_body->setFont(style::fixed(font()));
    m_body->setTabChangesFocus(true);
    const auto layout = layOutJson(call.body);
    m_body->setPlainText(layout ? layout->text : QString::fromUtf8(call.body));
    m_body->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_details->setRehearsed();
    m_problem->setObjectName(u"rehearsalProblem"_s);
    m_problem->setWordWrap(true);
    style::setTone(m_problem, Tone::Bad);
    m_problem->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_body);
    splitter->addWidget(m_details);
    splitter->setSizes({420, 540});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(style::Margin, style::Margin, style::Margin, style::Margin);
    column->setSpacing(style::Gap);
    column->addWidget(what);
    column->addWidget(m_problem);
    column->addWidget(splitter, 1);
    column->addWidget(buttons);

    m_pause.setSingleShot(true);
    m_pause.setInterval(300ms);
    connect(&m_pause, &QTimer::timeout, this, &RehearsalDialog::rehearse);
    connect(m_body, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    rehearse();
}

void RehearsalDialog::rehearse()
{
    CallSubmission submission;
    submission.call = m_call;
    auto &call = submission.call;
    call.body = m_body->toPlainText().toUtf8();
    call.receivedAt = QDateTime::currentMSecsSinceEpoch();
    call.receivedMonotonicNs = std::chrono::steady_clock::now().time_since_epoch().count();
    submission.reading = readCall(call.endpoint, call.contentType, call.body, m_workspace.directory()->zone);
    whenFinished(m_workspace.rehearse(std::move(submission)), this,
                 [this, asked = ++m_asked](const Result<Workspace::Rehearsal> &rehearsal) {
                     if (asked == m_asked)
                         showRehearsal(rehearsal);
                 });
}

void RehearsalDialog::showRehearsal(const Result<Workspace::Rehearsal> &rehearsal)
{
    m_problem->setVisible(!rehearsal.ok());
    m_details->setVisible(rehearsal.ok());
    if (rehearsal.ok())
        m_details->setCall(rehearsal->details, m_workspace.directory()->zone);
    else
        m_problem->setText(spoken(rehearsal.error().detail));
}

} // namespace salesdesk
