// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/field.h"
#include "model/intake/formbody.h"

#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

namespace
{

/// "a=x energy_meta[gas_usage]=5 c=null", or the refusal's reason and detail.
QString shown(const Decoding &decoding)
{
    if (const auto *refusal = std::get_if<Refusal>(&decoding))
        return toText(refusal->reason) + u": "_s + refusal->detail;
    const auto text = [](std::string_view view) {
        return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
    };
    QStringList fields;
    for (const auto &[name, value, offset] : std::get<DecodedBody>(decoding).root.members) {
        if (value.kind == Field::Kind::Object) {
            for (const auto &member : value.members)
                fields.append(u"%1[%2]=%3"_s.arg(text(name), text(member.name), text(member.value.text)));
        } else {
            fields.append(text(name) + u'=' +
                          (value.kind == Field::Kind::Null ? u"null"_s : text(value.text)));
        }
    }
    return fields.join(u' ');
}

QByteArray part(const QByteArray &name, const QByteArray &value, const QByteArray &more = {})
{
    return "--B\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n" + more + "\r\n" + value +
           "\r\n";
}

} // namespace

class tst_formbody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsUrlEncoded_data();
    void readsUrlEncoded();
    void readsMultipart_data();
    void readsMultipart();
    void limitsFieldsAndNames();
    void ignoresFilesWithAWarning();
};

void tst_formbody::readsUrlEncoded_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *what, const QByteArray &body, const char *expected) {
        QTest::newRow(what) << body << QString::fromUtf8(expected);
    };
    row("nothing", "", "");
    row("two fields", "a=x&b=y", "a=x b=y");
    row("a plus is a space", "a=x+y", "a=x y");
    row("an encoded plus is a plus", "a=%2B31", "a=+31");
    row("an encoded name", "%61=%C3%A9", "a=é");
    row("lower-case digits", "a=%c3%a9", "a=é");
    row("an empty value is null", "a=&b=1", "a=null b=1");
    row("a name without = is null", "a&b=1", "a=null b=1");
    row("a value with =", "a=b=c", "a=b=c");
    row("empty pairs are nothing", "&&a=x&", "a=x");
    row("a nested field", "energy_meta[gas_usage]=5", "energy_meta[gas_usage]=5");
    row("an encoded nested field", "energy_meta%5Bgas_usage%5D=5", "energy_meta[gas_usage]=5");
    row("nested fields apart", "energy_meta[a]=5&b=1&energy_meta[c]=6",
        "energy_meta[a]=5 energy_meta[c]=6 b=1");
    row("a list is a name of its own", "a[]=5", "a[]=5");
    row("two levels are a name of their own", "a[b][c]=5", "a[b][c]=5");
    row("a % without digits", "a=%zz",
        "bad_form: A % in the form is not followed by two hexadecimal digits: write % itself as %25.");
    row("a % at the end", "a=10%",
        "bad_form: A % in the form is not followed by two hexadecimal digits: write % itself as %25.");
    row("a % with one digit", "a=%4&b=1",
        "bad_form: A % in the form is not followed by two hexadecimal digits: write % itself as %25.");
    row("a name twice", "a=1&a=1", "bad_form: \"a\" is there twice in the form: send each field once.");
    row("a name twice, encoded once", "a=1&%61=1",
        "bad_form: \"a\" is there twice in the form: send each field once.");
    row("a nested name twice", "m[a]=1&m[a]=2",
        "bad_form: \"m[a]\" is there twice in the form: send each field once.");
    row("a name plain and nested", "m=1&m[a]=2",
        "bad_form: \"m[a]\" is there twice in the form: send each field once.");
    row("a name nested and plain", "m[a]=2&m=1",
        "bad_form: \"m\" is there twice in the form: send each field once.");
    row("not UTF-8", "a=%e9",
        "not_utf8: The form is not UTF-8 once it is decoded. Send it encoded as UTF-8.");
    row("a sequence over two texts", "a%c3=%a9",
        "not_utf8: The form is not UTF-8 once it is decoded. Send it encoded as UTF-8.");
}

void tst_formbody::readsUrlEncoded()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    QCOMPARE(shown(decodeUrlEncoded(body)), expected);
}

void tst_formbody::readsMultipart_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *what, const QByteArray &body, const char *expected) {
        QTest::newRow(what) << body << QString::fromUtf8(expected);
    };
    const QByteArray end = "--B--\r\n";
    row("two fields", part("a", "x") + part("b", "é") + end, "a=x b=é");
    row("no fields", end, "");
    row("no line break at the end", part("a", "x") + "--B--", "a=x");
    row("text before and after", "before\r\n" + part("a", "x") + end + "after --B\r\n", "a=x");
    row("spaces after a boundary", "--B \t\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--B-- \r\n",
        "a=x");
    row("an empty value is null", part("a", "") + end, "a=null");
    row("line breaks in a value", part("a", "x\r\ny\r\n") + end, "a=x\r\ny\r\n");
    row("the boundary within a line", part("a", "x--B--") + end, "a=x--B--");
    row("a longer boundary at a line's start", part("a", "x\r\n--Bx\r\ny") + end, "a=x\r\n--Bx\r\ny");
    row("a nested field", part("energy_meta[gas_usage]", "5") + end, "energy_meta[gas_usage]=5");
    row("percent signs and pluses are themselves", part("a", "%41+b") + end, "a=%41+b");
    row("a quote in a name", part("a%22b\\\"c", "x") + end, "a\"b\"c=x");
    row("headers in any case", "--B\r\ncontent-disposition: FORM-DATA; NAME=a\r\n\r\nx\r\n" + end, "a=x");
    row("a content type in UTF-8", part("a", "x", "Content-Type: text/plain; charset=UTF-8\r\n") + end,
        "a=x");
    row("an encoding that changes nothing", part("a", "x", "Content-Transfer-Encoding: 8bit\r\n") + end,
        "a=x");
    row("a file is ignored",
        "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x.txt\"\r\n\r\nz\r\n" +
            part("a", "x") + end,
        "a=x");
    row("an encoding that changes the value",
        part("a", "eA==", "Content-Transfer-Encoding: base64\r\n") + end,
        "bad_form: A part of the form is encoded as base64: send it as it is (RFC 7578, 4.7).");
    row("another charset", part("a", "x", "Content-Type: text/plain; charset=iso-8859-1\r\n") + end,
        "bad_form: A part of the form has the charset iso-8859-1: send UTF-8.");
    row("no boundary at all", "a=x",
        "bad_form: The boundary that the Content-Type names is not in the body.");
    row("nothing", "", "bad_form: The boundary that the Content-Type names is not in the body.");
    row("no closing boundary", part("a", "x"),
        "bad_form: The form ends without its closing boundary: part of it is missing.");
    row("cut within a value", part("a", "x").chopped(3),
        "bad_form: The form ends without its closing boundary: part of it is missing.");
    row("a part without a disposition", "--B\r\n\r\nx\r\n" + end,
        "bad_form: A part of the form has no Content-Disposition: form-data with a name.");
    row("a part without a name", "--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n" + end,
        "bad_form: A part of the form has no Content-Disposition: form-data with a name.");
    row("an attachment", "--B\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n" + end,
        "bad_form: A part of the form has no Content-Disposition: form-data with a name.");
    row("a header without a colon", "--B\r\nhello\r\n\r\nx\r\n" + end,
        "bad_form: A part of the form has a header line without a colon.");
    row("headers without an end", "--B\r\nContent-Disposition: form-data; name=a\r\n" + end,
        "bad_form: A part of the form has no empty line after its headers.");
    row("headers without a limit", part("a", "x", "X: " + QByteArray(5000, 'x') + "\r\n") + end,
        "bad_form: A part of the form has more than 4096 bytes of headers.");
    row("a name twice", part("a", "1") + part("a", "2") + end,
        "bad_form: \"a\" is there twice in the form: send each field once.");
    row("not UTF-8", part("a", "\xe9") + end,
        "not_utf8: The body is not UTF-8: see the byte at line 4, column 1. Send it encoded as UTF-8.");
}

void tst_formbody::readsMultipart()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    QCOMPARE(shown(decodeMultipart(body, "B")), expected);
}

void tst_formbody::limitsFieldsAndNames()
{
    QByteArray body;
    for (size_t i = 0; i < FormFields::mostFields; ++i)
        body += "f" + QByteArray::number(i) + "=1&";
    QVERIFY(std::holds_alternative<DecodedBody>(decodeUrlEncoded(body)));
    QVERIFY(
        shown(decodeUrlEncoded(body + "x=1")).startsWith(u"bad_form: The form has more than 256 fields"_s));
    QVERIFY(std::holds_alternative<DecodedBody>(decodeUrlEncoded(QByteArray(256, 'n') + "=1")));
    QVERIFY(shown(decodeUrlEncoded("a=1&" + QByteArray(257, 'n') + "=1"))
                .startsWith(u"bad_form: Field 2 of the form has a name of more than 256 bytes"_s));
}

void tst_formbody::ignoresFilesWithAWarning()
{
    const auto decoding = decodeMultipart(
        "--B\r\nContent-Disposition: form-data; name=\"value\"; filename=\"\"\r\n\r\n\r\n--B--", "B");
    const auto &decoded = std::get<DecodedBody>(decoding);
    QVERIFY(decoded.root.members.empty());
    QCOMPARE(decoded.warnings.size(), 1);
    QCOMPARE(decoded.warnings.first(),
             (FieldNote{u"value"_s, u"ignored"_s, u"value is a file and is ignored: send it as a text."_s}));
}

QTEST_GUILESS_MAIN(tst_formbody)
#include "tst_formbody.moc"
