// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/namesimilarity.h"

#include "model/domain/namewords.h"

#include <QVarLengthArray>

#include <algorithm>

namespace salesdesk
{

double jaroWinkler(QStringView a, QStringView b)
{
    if (a == b)
        return 1;
    if (a.isEmpty() || b.isEmpty())
        return 0;
    const auto window = std::max<qsizetype>(std::max(a.size(), b.size()) / 2 - 1, 0);
    QVarLengthArray<bool, 64> usedA(a.size(), false);
    QVarLengthArray<bool, 64> usedB(b.size(), false);
    double matches = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        const auto end = std::min(i + window + 1, b.size());
        for (auto j = std::max<qsizetype>(i - window, 0); j < end; ++j) {
            if (!usedB[j] && a[i] == b[j]) {
                usedA[i] = usedB[j] = true;
                ++matches;
                break;
            }
        }
    }
    if (matches == 0)
        return 0;
    double swapped = 0;
    for (qsizetype i = 0, j = 0; i < a.size(); ++i) {
        if (!usedA[i])
            continue;
        while (!usedB[j])
            ++j;
        if (a[i] != b[j])
            ++swapped;
        ++j;
    }
    const double jaro =
        (matches / double(a.size()) + matches / double(b.size()) + (matches - swapped / 2) / matches) / 3;
    qsizetype prefix = 0;
    while (prefix < std::min<qsizetype>({4, a.size(), b.size()}) && a[prefix] == b[prefix])
        ++prefix;
    return jaro + 0.1 * double(prefix) * (1 - jaro);
}

double tokenSimilarity(const QStringList &a, const QStringList &b)
{
    const auto &fewer = a.size() <= b.size() ? a : b;
    const auto &more = a.size() <= b.size() ? b : a;
    double sum = 0;
    qsizetype letters = 0;
    for (const auto &token : more) {
        double best = 0;
        for (const auto &other : fewer)
            best = std::max(best, jaroWinkler(token, other));
        sum += best * double(token.size());
        letters += token.size();
    }
    return letters == 0 ? 0 : sum / double(letters);
}

double nameSimilarity(const NameWords &a, const NameWords &b)
{
    return std::max(jaroWinkler(a.normal, b.normal), tokenSimilarity(a.words, b.words));
}

bool sameWithInitials(const QStringList &a, const QStringList &b)
{
    if (a.size() != b.size() || a.size() < 2)
        return false;
    auto rest = b;
    QStringList initials;
    int whole = 0;
    for (const auto &token : a) {
        if (rest.removeOne(token))
            ++whole;
        else
            initials.append(token);
    }
    if (whole == 0 || initials.isEmpty())
        return false;
    for (const auto &token : initials) {
        const auto fits = std::find_if(rest.begin(), rest.end(), [&](const QString &other) {
            return (token.size() == 1 && other.startsWith(token)) ||
                   (other.size() == 1 && token.startsWith(other));
        });
        if (fits == rest.end())
            return false;
        rest.erase(fits);
    }
    return true;
}

bool oneLetterOff(QStringView a, QStringView b)
{
    if (a.size() > b.size())
        std::swap(a, b);
    if (b.size() - a.size() > 1 || a == b)
        return false;
    qsizetype same = 0;
    while (same < a.size() && a[same] == b[same])
        ++same;
    const auto restA = a.sliced(same);
    const auto restB = b.sliced(same);
    if (a.size() < b.size())
        return restA == restB.sliced(1);
    return restA.sliced(1) == restB.sliced(1) || (restA.size() > 1 && restA[0] == restB[1] &&
                                                  restA[1] == restB[0] && restA.sliced(2) == restB.sliced(2));
}

} // namespace salesdesk
