// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jsonview.h"

#include "ui/style.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>

namespace salesdesk
{

/// The strip at the left with the arrows.
class JsonView::Margin final : public QWidget
{
public:
    explicit Margin(JsonView *view)
        : QWidget(view)
        , m_view(view)
    {
        setCursor(Qt::PointingHandCursor);
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_view->paintMargin(event); }
    void mousePressEvent(QMouseEvent *event) override
    {
        m_view->pressMargin(event->position().toPoint().y());
    }

private:
    JsonView *m_view;
};

JsonView::JsonView(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_margin(new Margin(this))
{
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setFont(style::fixed(font()));
    setLineWrapMode(NoWrap);
    document()->setDocumentMargin(style::Gap);
    setToolTip(tr("Alt+Left folds, Alt+Right unfolds"));
    connect(this, &QPlainTextEdit::updateRequest, m_margin, qOverload<>(&QWidget::update));
}

void JsonView::setBody(const QByteArray &body)
{
    if (body == m_body && !toPlainText().isEmpty())
        return;
    m_body = body;
    m_folded.clear();
    show();
}

void JsonView::setRaw(bool raw)
{
    m_raw = raw;
    show();
}

void JsonView::show()
{
    m_layout = m_raw ? std::nullopt : layOutJson(m_body);
    setPlainText(m_layout ? m_layout->text : QString::fromUtf8(m_body));
    const int margin = m_layout && !m_layout->folds.isEmpty() ? fontMetrics().height() : 0;
    setViewportMargins(margin, 0, 0, 0);
    m_margin->setVisible(margin > 0);
    m_margin->setGeometry(contentsRect().left(), contentsRect().top(), margin, contentsRect().height());
    colour();
    applyFolds();
}

void JsonView::colour()
{
    QList<QTextEdit::ExtraSelection> marks;
    if (m_layout) {
        for (const auto &token : std::as_const(m_layout->tokens)) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = QTextCursor(document());
            mark.cursor.setPosition(static_cast<int>(token.from));
            mark.cursor.setPosition(static_cast<int>(token.from + token.length), QTextCursor::KeepAnchor);
            switch (token.kind) {
            case JsonLayout::Kind::Name:
                mark.format.setForeground(style::color(Tone::Info, palette()));
                break;
            case JsonLayout::Kind::Text:
                mark.format.setForeground(style::color(Tone::Good, palette()));
                break;
            case JsonLayout::Kind::Number:
            case JsonLayout::Kind::Word:
                mark.format.setForeground(style::color(Tone::Warning, palette()));
                break;
            }
            marks.append(mark);
        }
    }
    setExtraSelections(marks);
}

void JsonView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void JsonView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    m_margin->setGeometry(contentsRect().left(), contentsRect().top(), viewportMargins().left(),
                          contentsRect().height());
}

const JsonLayout::Fold *JsonView::foldAt(int line) const
{
    if (!m_layout)
        return nullptr;
    // The innermost that begins here.
    const JsonLayout::Fold *found = nullptr;
    for (const auto &fold : m_layout->folds) {
        if (fold.first == line && fold.last > fold.first)
            found = &fold;
    }
    return found;
}

void JsonView::setFolded(int line, bool folded)
{
    if (!foldAt(line))
        return;
    if (folded)
        m_folded.insert(line);
    else
        m_folded.remove(line);
    applyFolds();
}

void JsonView::applyFolds()
{
    int hiddenTo = -1;
    for (auto block = document()->begin(); block.isValid(); block = block.next()) {
        const auto line = block.blockNumber();
        block.setVisible(line > hiddenTo);
        const auto *fold = line > hiddenTo && m_folded.contains(line) ? foldAt(line) : nullptr;
        if (fold)
            hiddenTo = fold->last;
    }
    document()->markContentsDirty(0, document()->characterCount());
    viewport()->update();
    m_margin->update();
}

void JsonView::paintMargin(QPaintEvent *)
{
    QPainter painter(m_margin);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style::color(Tone::Muted, palette()));
    for (auto block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const auto box = blockBoundingGeometry(block).translated(contentOffset());
        if (box.top() > m_margin->height())
            break;
        if (!block.isVisible() || !foldAt(block.blockNumber()))
            continue;
        const auto half = box.height() / 5;
        const QPointF middle(m_margin->width() / 2.0, box.center().y());
        if (m_folded.contains(block.blockNumber()))
            painter.drawPolygon(QPolygonF{middle + QPointF(-half / 2, -half), middle + QPointF(half, 0),
                                          middle + QPointF(-half / 2, half)});
        else
            painter.drawPolygon(QPolygonF{middle + QPointF(-half, -half / 2),
                                          middle + QPointF(half, -half / 2), middle + QPointF(0, half)});
    }
}

void JsonView::pressMargin(int y)
{
    for (auto block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const auto box = blockBoundingGeometry(block).translated(contentOffset());
        if (box.top() > y)
            return;
        if (block.isVisible() && box.bottom() >= y) {
            setFolded(block.blockNumber(), !m_folded.contains(block.blockNumber()));
            return;
        }
    }
}

void JsonView::keyPressEvent(QKeyEvent *event)
{
    const bool left = event->key() == Qt::Key_Left;
    if (event->modifiers().testFlag(Qt::AltModifier) && (left || event->key() == Qt::Key_Right)) {
        setFolded(textCursor().blockNumber(), left);
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

} // namespace salesdesk
