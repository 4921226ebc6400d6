// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icons.h"

#include "ui/style.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

/// A static library's resources are linked in only when somebody asks for them; the macro works outside
/// namespaces alone.
static bool loadIcons()
{
    Q_INIT_RESOURCE(icons);
    return true;
}

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

QString fileName(Symbol symbol)
{
    switch (symbol) {
    case Symbol::Overview:
        return u"layout-dashboard"_s;
    case Symbol::Providers:
        return u"plug-connected"_s;
    case Symbol::Calls:
        return u"list-details"_s;
    case Symbol::Unlinked:
        return u"unlink"_s;
    case Symbol::Identities:
        return u"id"_s;
    case Symbol::Agents:
        return u"user"_s;
    case Symbol::Teams:
        return u"users-group"_s;
    case Symbol::Products:
        return u"package"_s;
    case Symbol::Activities:
        return u"activity"_s;
    case Symbol::Sales:
        return u"currency-euro"_s;
    case Symbol::Settings:
        return u"settings"_s;
    case Symbol::Copy:
        return u"copy"_s;
    case Symbol::Done:
        return u"check"_s;
    case Symbol::Reveal:
        return u"eye"_s;
    case Symbol::Hide:
        return u"eye-off"_s;
    case Symbol::Add:
        return u"plus"_s;
    case Symbol::More:
        return u"dots"_s;
    case Symbol::Filter:
        return u"search"_s;
    case Symbol::Clear:
        return u"x"_s;
    case Symbol::Warning:
        return u"alert-triangle"_s;
    case Symbol::Info:
        return u"info-circle"_s;
    case Symbol::Good:
        return u"circle-check"_s;
    case Symbol::Newer:
        return u"arrow-up"_s;
    case Symbol::Archive:
        return u"archive"_s;
    case Symbol::Key:
        return u"key"_s;
    case Symbol::Ignore:
        return u"ban"_s;
    case Symbol::Edit:
        return u"pencil"_s;
    case Symbol::Undo:
        return u"arrow-back-up"_s;
    case Symbol::Link:
        return u"link"_s;
    case Symbol::Start:
        return u"player-play"_s;
    case Symbol::Stop:
        return u"player-stop"_s;
    case Symbol::History:
        return u"history"_s;
    case Symbol::Import:
        return u"upload"_s;
    case Symbol::Export:
        return u"download"_s;
    case Symbol::Merge:
        return u"arrows-join"_s;
    case Symbol::Redo:
        return u"arrow-forward-up"_s;
    case Symbol::Replay:
        return u"repeat"_s;
    case Symbol::Columns:
        return u"columns-3"_s;
    case Symbol::Saved:
        return u"bookmark"_s;
    case Symbol::Fold:
        return u"stack-2"_s;
    case Symbol::Test:
        return u"send"_s;
    case Symbol::Compare:
        return u"arrows-diff"_s;
    case Symbol::Failures:
        return u"chart-bar"_s;
    }
    Q_UNREACHABLE();
}

/// Draws the SVG with "currentColor" replaced. Pixmaps are kept by name, colour and size.
class TintedEngine final : public QIconEngine
{
public:
    TintedEngine(QString name, std::optional<Tone> tone)
        : m_name(std::move(name))
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const auto ratio = painter->device()->devicePixelRatioF();
        const auto drawn = scaledPixmap(rect.size() * ratio, mode, state, ratio);
        painter->drawPixmap(rect, drawn);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        const auto tint = colour(mode);
        const auto key =
            u"%1/%2/%3x%4"_s.arg(m_name, tint.name(QColor::HexArgb)).arg(size.width()).arg(size.height());
        QPixmap drawn;
        if (QPixmapCache::find(key, &drawn))
            return drawn;
        QFile file(u":/icons/%1.svg"_s.arg(m_name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        auto svg = file.readAll();
        svg.replace("currentColor", tint.name().toLatin1());
        // 2 of 24 is heavy at 20 px beside regular text.
        svg.replace("stroke-width=\"2\"", "stroke-width=\"1.75\"");
        drawn = QPixmap(size);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        QSvgRenderer(svg).render(&painter);
        QPixmapCache::insert(key, drawn);
        return drawn;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new TintedEngine(m_name, m_tone); }

private:
    [[nodiscard]] QColor colour(QIcon::Mode mode) const
    {
        const auto palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        case QIcon::Selected:
            return palette.color(QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active:
            break;
        }
        return m_tone ? style::color(*m_tone, palette)
                      : palette.color(QPalette::Active, QPalette::WindowText);
    }

    QString m_name;
    std::optional<Tone> m_tone;
};

void ensureLoaded()
{
    static const bool loaded = loadIcons();
    Q_UNUSED(loaded)
}

} // namespace

QIcon icon(Symbol symbol, std::optional<Tone> tone)
{
    ensureLoaded();
    return QIcon(new TintedEngine(fileName(symbol), tone));
}

QIcon applicationIcon()
{
    ensureLoaded();
    QSvgRenderer drawing(u":/icons/application.svg"_s);
    QIcon made;
    for (const int side : {16, 22, 32, 48, 64, 128, 256}) {
        QPixmap bitmap(side, side);
        bitmap.fill(Qt::transparent);
        QPainter painter(&bitmap);
        drawing.render(&painter);
        painter.end();
        made.addPixmap(bitmap);
    }
    return made;
}

} // namespace salesdesk
