# SPDX-License-Identifier: GPL-3.0-or-later
# How a module and a test are built: one function each, the same flags for all.

add_library(dateline_flags INTERFACE)
target_compile_definitions(dateline_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS
    QT_DISABLE_DEPRECATED_UP_TO=0x060800 QT_STRICT_ITERATORS)
target_compile_options(dateline_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    # Designated initializers leave out what keeps its default; that is their point.
    -Wno-missing-field-initializers
    # In a unity build GCC takes the anonymous namespace of a source for one of a header.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
if(DATELINE_SANITIZE)
    target_compile_options(dateline_flags INTERFACE
        -fsanitize=${DATELINE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(dateline_flags INTERFACE -fsanitize=${DATELINE_SANITIZE})
    if(DATELINE_SANITIZE MATCHES "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # With what it adds GCC no longer sees that an empty std::optional is not read.
        target_compile_options(dateline_flags INTERFACE -Wno-maybe-uninitialized)
    endif()
endif()
if(DATELINE_FUZZERS)
    target_compile_options(dateline_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(DATELINE_COVERAGE)
    target_compile_options(dateline_flags INTERFACE --coverage)
    target_link_options(dateline_flags INTERFACE --coverage)
endif()

# dateline_module(NAME SOURCES file... LINK target...)
# A folder under app/ as a static library dateline_NAME whose headers are <NAME/...>. LINK names
# what its row of the table in app/README.md allows; tests/architecture reads the includes.
function(dateline_module name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
    add_library(dateline_${name} STATIC ${arg_SOURCES})
    set_target_properties(dateline_${name} PROPERTIES AUTOMOC ON)
    target_include_directories(dateline_${name} PUBLIC ${PROJECT_SOURCE_DIR}/app)
    target_link_libraries(dateline_${name} PUBLIC ${arg_LINK} PRIVATE dateline_flags)
endfunction()

# dateline_large_pages(PROGRAM)
# Takes its memory from app/allocator.cpp. Sanitizers bring an allocator of their own.
function(dateline_large_pages program)
    if(NOT DATELINE_SANITIZE)
        target_link_libraries(${program} PRIVATE dateline_allocator)
    endif()
endfunction()

# dateline_test(MODULE [WINDOWS] SOURCES file... LINK target... [CLASSES name...])
# tests/MODULE as one program tst_MODULE; ctest runs each class of CLASSES on its own as
# MODULE.name. A class registers itself with DATELINE_TEST (tests/support/test_main.h). Tests with
# WINDOWS wait for one another: a screen has one active window.
function(dateline_test module)
    cmake_parse_arguments(PARSE_ARGV 1 arg "WINDOWS" "" "SOURCES;LINK;CLASSES")
    add_executable(tst_${module} ${arg_SOURCES})
    set_target_properties(tst_${module} PROPERTIES AUTOMOC ON)
    target_compile_definitions(tst_${module} PRIVATE
        DATELINE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    target_link_libraries(tst_${module} PRIVATE ${arg_LINK} dateline_test_support dateline_flags)
    foreach(class IN LISTS arg_CLASSES)
        add_test(NAME ${module}.${class} COMMAND tst_${module} ${class})
        if(arg_WINDOWS)
            set_tests_properties(${module}.${class} PROPERTIES RESOURCE_LOCK screen)
        endif()
    endforeach()
endfunction()
