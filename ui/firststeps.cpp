// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststeps.h"

#include "ui/card.h"
#include "ui/icons.h"
#include "ui/style.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

FirstSteps::FirstSteps(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"firstSteps"_s);
    auto *card = new Card(tr("First Steps"), this);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(style::Gap);
    grid->setVerticalSpacing(style::Gap);
    grid->setColumnStretch(1, 1);
    struct Words {
        QString text;
        QString name;
        QString verb;
        void (FirstSteps::*wanted)();
    };
    const QList<Words> all{
        {tr("Make a provider for the system that will send calls. It gets its webhook URLs and an API key."),
         u"firstProvider"_s, tr("New Provider…"), &FirstSteps::providerWanted},
        {tr("Send a test call, or copy the example of the provider's page into the other system. It is shown "
            "there "
            "as soon as it comes in."),
         u"firstCall"_s, tr("Send a Test Call"), &FirstSteps::testCallWanted},
        {tr("Link the agent, team or product that came with it to your own, so that its records count for "
            "somebody."),
         u"firstLink"_s, tr("Open the Queue"), &FirstSteps::linkWanted},
    };
    for (const auto &[text, name, verb, wanted] : all) {
        const Step step{new QLabel(this), style::mutedLabel(text, this), new QPushButton(verb, this)};
        step.text->setWordWrap(true);
        step.button->setObjectName(name);
        const int row = grid->rowCount();
        grid->addWidget(step.icon, row, 0, Qt::AlignTop);
        grid->addWidget(step.text, row, 1);
        grid->addWidget(step.button, row, 2, Qt::AlignTop);
        connect(step.button, &QPushButton::clicked, this, wanted);
        m_steps.append(step);
    }
    card->content()->addLayout(grid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    draw();
}

void FirstSteps::showStanding(const Standing &standing)
{
    const bool provider = !standing.providers.isEmpty() || standing.hasRecords;
    m_done = standing.hasLinks ? 3 : standing.hasRecords ? 2 : provider ? 1 : 0;
    setVisible(m_done < m_steps.size());
    draw();
}

void FirstSteps::draw()
{
    for (int number = 0; number < m_steps.size(); ++number) {
        const auto &step = m_steps[number];
        const bool done = number < m_done;
        const bool next = number == m_done;
        const auto image =
            done ? icon(Symbol::Good, Tone::Good) : icon(Symbol::Start, next ? Tone::Info : Tone::Muted);
        step.icon->setPixmap(image.pixmap(style::iconSize(), style::iconSize()));
        step.icon->setAccessibleName(done ? tr("Done") : next ? tr("Next") : tr("Later"));
        step.button->setEnabled(next);
        step.button->setVisible(!done);
    }
}

void FirstSteps::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        draw();
}

} // namespace salesdesk
