// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guidewindow.h"

#include "ui/language.h"
#include "ui/style.h"

#include <QFile>
#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextTable>

/// See loadIcons().
static void loadGuide()
{
    Q_INIT_RESOURCE(guide);
}

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int PositionRole = Qt::UserRole + 1;

/// One thin line between cells, and room round their words; Qt draws each cell's frame.
void ruleTables(const QTextDocument &document, const QColor &line)
{
    for (auto *frame : document.rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        auto format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(line);
        format.setCellSpacing(0);
        format.setCellPadding(style::Unit);
        table->setFormat(format);
    }
}
} // namespace

GuideWindow::GuideWindow(QWidget *parent)
    : QDialog(parent)
    , m_chapters(new QListWidget(this))
    , m_text(new QTextBrowser(this))
{
    loadGuide();
    setObjectName(u"guide"_s);
    setWindowTitle(tr("SalesDesk Guide"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    m_chapters->setObjectName(u"chapters"_s);
    m_chapters->setAccessibleName(tr("Chapters"));
    m_chapters->setFrameShape(QFrame::NoFrame);
    m_text->setObjectName(u"guideText"_s);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenExternalLinks(true);
    m_text->document()->setDocumentMargin(style::Margin);
    QFile file(u":/guide/guide_%1.md"_s.arg(language::current()));
    if (file.open(QIODevice::ReadOnly))
        m_text->setMarkdown(QString::fromUtf8(file.readAll()));
    ruleTables(*m_text->document(), style::outline(palette()));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(style::Gap, style::Gap, style::Gap, style::Gap);
    row->addWidget(m_chapters);
    row->addWidget(m_text, 1);
    style::sizeDialog(*this, 130, 40);
    listChapters();
    m_chapters->setFixedWidth(m_chapters->sizeHintForColumn(0) + 2 * style::Gap);
    m_text->setFocus();
    connect(m_chapters, &QListWidget::currentRowChanged, this, &GuideWindow::goTo);
}

void GuideWindow::listChapters()
{
    for (auto block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 2) {
            auto *item = new QListWidgetItem(block.text(), m_chapters);
            item->setData(PositionRole, block.position());
        }
    }
}

void GuideWindow::goTo(int chapter)
{
    if (chapter < 0)
        return;
    QTextCursor cursor(m_text->document());
    cursor.setPosition(m_chapters->item(chapter)->data(PositionRole).toInt());
    m_text->setTextCursor(cursor);
    m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->value() + m_text->cursorRect().top() -
                                          style::Margin);
}

} // namespace salesdesk
