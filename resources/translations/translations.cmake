# SPDX-License-Identifier: GPL-3.0-or-later
# Included by ui/CMakeLists.txt.
# The languages of the window, compiled into the program. `cmake --build build/dev --target translations` takes new
# and changed texts over into the .ts files, as unfinished; tests/ui/tst_translations fails until they are translated.
find_package(Qt6 6.4 REQUIRED COMPONENTS LinguistTools)

set(languages en nl)
set(compiled)
foreach(language ${languages})
    set(text ${CMAKE_CURRENT_LIST_DIR}/salesdesk_${language}.ts)
    set(made ${CMAKE_CURRENT_BINARY_DIR}/salesdesk_${language}.qm)
    add_custom_command(OUTPUT ${made} COMMAND Qt6::lrelease -silent ${text} -qm ${made} DEPENDS ${text} VERBATIM)
    list(APPEND compiled ${made})
endforeach()

# Qt's own texts (Cancel, the file dialog) go along: not every system has them.
get_target_property(qmake Qt6::qmake IMPORTED_LOCATION)
execute_process(COMMAND ${qmake} -query QT_INSTALL_TRANSLATIONS OUTPUT_VARIABLE folder OUTPUT_STRIP_TRAILING_WHITESPACE)
find_file(QTBASE_NL qtbase_nl.qm PATHS ${folder} NO_DEFAULT_PATH REQUIRED)
configure_file(${QTBASE_NL} qtbase_nl.qm COPYONLY)
list(APPEND compiled ${CMAKE_CURRENT_BINARY_DIR}/qtbase_nl.qm)

set_source_files_properties(${compiled} PROPERTIES GENERATED ON)
qt_add_resources(ui translations PREFIX /translations BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${compiled})

set(update -I ${PROJECT_SOURCE_DIR} -locations none -no-ui-lines -silent)
set(rooms ${PROJECT_SOURCE_DIR}/app ${PROJECT_SOURCE_DIR}/ui ${PROJECT_SOURCE_DIR}/model ${PROJECT_SOURCE_DIR}/receiver)
add_custom_target(translations
    COMMAND Qt6::lupdate ${update} -no-obsolete ${rooms} -ts ${CMAKE_CURRENT_LIST_DIR}/salesdesk_nl.ts
    COMMAND Qt6::lupdate ${update} -no-obsolete -pluralonly ${rooms} -ts ${CMAKE_CURRENT_LIST_DIR}/salesdesk_en.ts
    VERBATIM)
