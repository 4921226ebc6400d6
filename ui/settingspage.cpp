// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settingspage.h"

#include "model/store/settingstore.h"
#include "model/tables/sentences.h"
#include "ui/datapane.h"
#include "ui/retentionnote.h"
#include "ui/settingform.h"
#include "ui/settingtexts.h"
#include "ui/style.h"

#include <QCheckBox>
#include <QLabel>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

bool isLoopback(const QString &address)
{
    return address.startsWith("127."_L1) || address == "::1"_L1;
}

QWidget *scrolling(QWidget *inside)
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    return scroll;
}

} // namespace

SettingsPage::SettingsPage(Workspace &workspace, ReceiverControl &receiver, DesktopControl &desktop,
                           QWidget *parent)
    : Page(u"settingsPage"_s, tr("Settings"), workspace, parent)
    , m_receiver(receiver)
    , m_desktop(desktop)
    , m_tabs(new QTabWidget(this))
    , m_exposure(new Banner(this))
    , m_state(style::mutedLabel({}, this))
{
    m_tabs->setObjectName(u"settingTabs"_s);
    m_tabs->setDocumentMode(true);
    m_exposure->setObjectName(u"exposureBanner"_s);
    m_state->setObjectName(u"settingsReceiverState"_s);
    m_state->setWordWrap(true);
    m_receiverForm = addTab(tr("Receiver"), u"receiverSettings"_s,
                            {Setting::ListenAddress, Setting::ListenPort, Setting::TlsCertificate,
                             Setting::TlsKey, Setting::Proxies});
    m_receiverForm->addRow(tr("Now"), m_state);
    addTab(tr("Webhooks"), u"webhookSettings"_s,
           {Setting::FeatureActivities, Setting::FeatureSales, Setting::TimeZone});
    addTab(tr("Limits"), u"limitSettings"_s,
           {Setting::LimitBody, Setting::LimitHead, Setting::LimitBodySeconds, Setting::LimitHeadSeconds,
            Setting::LimitIdleSeconds, Setting::LimitConnections, Setting::LimitConnectionsPerAddress});
    auto *log =
        addTab(tr("Log"), u"logSettings"_s,
               {Setting::LogRetentionDays, Setting::LogRetentionMegabytes, Setting::LogRefusedPerMinute});
    m_retention = new RetentionNote(workspace, *log, this);
    addStart(addTab(tr("Desktop"), u"desktopSettings"_s, {Setting::Language}));
    m_data = new DataPane(*this, desktop);
    m_tabs->addTab(scrolling(m_data), tr("Data"));
    content()->addWidget(m_tabs, 1);
    // Below: no field moves away under the mouse when something is said.
    content()->addWidget(m_exposure);
    content()->addWidget(banner());

    connect(m_exposure, &Banner::triggered, this, [this] {
        m_exposure->hide();
        store({{Setting::ListenAddress, m_wantedAddress}});
    });
    connect(m_exposure, &Banner::dismissed, this, &SettingsPage::showValues);
    connect(m_retention, &RetentionNote::agreed, this, [this](Setting setting, const QString &value) {
        store({{setting, value}});
    });
    connect(m_retention, &RetentionNote::declined, this, [this](const QString &reason) {
        showValues();
        if (!reason.isEmpty())
            banner()->showError(reason);
    });
    connect(banner(), &Banner::triggered, &desktop, &DesktopControl::openAnew);
    connect(&receiver, &ReceiverControl::statusChanged, this, &SettingsPage::showReceiver);
    connect(&workspace, &Workspace::changed, this, [this](Changes changes) {
        if (changes.testFlag(Change::Settings))
            showValues();
    });
    showReceiver(receiver.status());
    showValues();
}

SettingForm *SettingsPage::addTab(const QString &title, const QString &name, const QList<Setting> &settings)
{
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, style::Margin, style::Margin, style::Margin);
    auto *form = new SettingForm(settings, inside);
    form->setObjectName(name);
    column->addWidget(form);
    column->addStretch(1);
    m_tabs->addTab(scrolling(inside), title);
    m_forms.append(form);
    connect(form, &SettingForm::entered, this, &SettingsPage::onEntered);
    return form;
}

void SettingsPage::addStart(SettingForm *form)
{
    m_autostart = new QCheckBox(tr("Start SalesDesk when I log in"), form);
    m_autostart->setObjectName(u"autostart"_s);
    form->addRow(tr("Start"), m_autostart);
    if (m_desktop.hasTray())
        form->addRow({},
                     style::mutedLabel(tr("Closing the window leaves SalesDesk in the tray, and it goes on "
                                          "receiving."),
                                       form));
    connect(m_autostart, &QCheckBox::clicked, this, [this](bool on) {
        if (const auto done = m_desktop.setStartsAtLogin(on); !done)
            banner()->showFailure(done.error());
        m_autostart->setChecked(m_desktop.startsAtLogin());
    });
}

void SettingsPage::showData()
{
    m_tabs->setCurrentIndex(m_tabs->count() - 1);
}

void SettingsPage::showValues()
{
    const auto settings = workspace().directory()->settings;
    for (auto *form : m_forms)
        form->showValues(settings);
    m_autostart->setChecked(m_desktop.startsAtLogin());
}

void SettingsPage::showReceiver(const ReceiverStatus &status)
{
    switch (status.state) {
    case ReceiverState::Stopped:
        m_state->setText(tr("The receiver is stopped."));
        break;
    case ReceiverState::Starting:
        m_state->setText(tr("The receiver is starting."));
        break;
    case ReceiverState::Listening:
        m_state->setText(tr("Receiving on %1").arg(status.url));
        break;
    case ReceiverState::Failed:
        m_state->setText(spoken(status.problem));
        break;
    }
    style::setTone(m_state, status.state == ReceiverState::Failed      ? Tone::Bad
                            : status.state == ReceiverState::Listening ? Tone::Good
                                                                       : Tone::Muted);
}

void SettingsPage::onEntered(Setting setting, const QString &value)
{
    m_exposure->hide();
    if (workspace().directory()->settings.text(setting) == value)
        return;
    if (setting == Setting::TlsCertificate || setting == Setting::TlsKey)
        enterTls();
    else if (setting == Setting::ListenAddress && !isLoopback(value))
        askBeforeExposing(value);
    else if (RetentionNote::concerns(setting))
        m_retention->enter(setting, value);
    else
        store({{setting, value}});
}

void SettingsPage::askBeforeExposing(const QString &address)
{
    m_wantedAddress = address;
    const bool tls = !workspace().directory()->settings.text(Setting::TlsCertificate).isEmpty();
    const auto who = tr("On %1 other computers can reach the receiver.").arg(address);
    const auto what =
        tls ? tr("The firewall must let them through, if there is one.")
            : tr("Without TLS, keys and calls can be read on the way: set a certificate, or put a "
                 "reverse proxy in front of it. The guide under Help says how.");
    m_exposure->showMessage(Tone::Warning, who + u' ' + what, tr("Listen There"));
}

void SettingsPage::enterTls()
{
    // The two go together: with one of them the receiver would stop.
    const auto certificate = m_receiverForm->text(Setting::TlsCertificate);
    const auto key = m_receiverForm->text(Setting::TlsKey);
    for (const auto setting : {Setting::TlsCertificate, Setting::TlsKey})
        m_receiverForm->showProblem(setting, {});
    if (certificate.isEmpty() != key.isEmpty()) {
        const auto missing = key.isEmpty() ? Setting::TlsKey : Setting::TlsCertificate;
        m_receiverForm->showProblem(missing,
                                    tr("This is needed, too. Until both are there nothing changes."));
        return;
    }
    if (const auto usable = m_receiver.checkTls(certificate, key); !usable) {
        m_receiverForm->showProblem(Setting::TlsKey,
                                    tr("Nothing is changed. %1").arg(spoken(usable.error().detail)));
        return;
    }
    store({{Setting::TlsCertificate, certificate}, {Setting::TlsKey, key}});
}

void SettingsPage::store(const QList<std::pair<Setting, QString>> &values)
{
    write<Done>(
        [values](Connection &db) -> Result<Done> {
            for (const auto &[setting, value] : values) {
                if (const auto done = SettingStore(db).set(setting, value); !done)
                    return done;
            }
            return Done{};
        },
        [this, setting = values.first().first](Done) {
            if (setting == Setting::Language)
                banner()->showMessage(Tone::Good,
                                      tr("Language: saved. It shows when the window opens anew; the receiver "
                                         "stops for a moment then."),
                                      tr("Open Anew"));
            else
                banner()->showMessage(Tone::Good, tr("%1: saved, and in force.").arg(labelOf(setting)));
        });
}

} // namespace salesdesk
