// SPDX-License-Identifier: GPL-3.0-or-later
// Qt's libraries are not built with the thread sanitizer, and so it does not see that what was done before a
// call is posted to another thread's event loop is seen by that call. This tells it. Linked instead of the
// function of QtCore by that name, which it calls, where the thread sanitizer is.
#include <QCoreApplication>
#include <QMetaObject>

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

namespace
{

/// Every event is delivered through here; what its receiver was posted was written before.
bool acquire(void **receiverEventResult)
{
    __tsan_acquire(receiverEventResult[0]);
    return false;
}

[[maybe_unused]] const bool registered = QInternal::registerCallback(QInternal::EventNotifyCallback, acquire);

template <typename Function>
Function *next(const char *symbol)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, symbol));
}

} // namespace

#if QT_VERSION < QT_VERSION_CHECK(6, 7, 0)
bool QMetaObject::invokeMethodImpl(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type,
                                   void *ret)
{
    static auto *const qt = next<decltype(invokeMethodImpl)>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    __tsan_release(object);
    return qt(object, slot, type, ret);
}
#else
bool QMetaObject::invokeMethodImpl(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type,
                                   qsizetype count, const void *const *parameters, const char *const *names,
                                   const QtPrivate::QMetaTypeInterface *const *metaTypes)
{
    using Function =
        bool(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, qsizetype, const void *const *,
             const char *const *, const QtPrivate::QMetaTypeInterface *const *);
    static auto *const qt =
        next<Function>("_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt"
                       "14ConnectionTypeExPKPKvPKPKcPKPKNS2_18QMetaTypeInterfaceE");
    __tsan_release(object);
    return qt(object, slot, type, count, parameters, names, metaTypes);
}
#endif
