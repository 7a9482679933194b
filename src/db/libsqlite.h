/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * libsqlite.h: the functions of SQLite that the driver calls, as libsqlite.sqlite3_…. Its 1600 symbols, bound when it is loaded, cost every
 * start 0.4 ms, a tenth of reading a short DOCX: so it is loaded when the first SQLite store is opened.
 */
#pragma once

#include <glib.h>
#include <sqlite3.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define DD_LIBSQLITE_FUNCTIONS(X)                                                                  \
	X(sqlite3_backup_finish)                                                                   \
	X(sqlite3_backup_init)                                                                     \
	X(sqlite3_backup_step)                                                                     \
	X(sqlite3_bind_blob64)                                                                     \
	X(sqlite3_bind_double)                                                                     \
	X(sqlite3_bind_int64)                                                                      \
	X(sqlite3_bind_null)                                                                       \
	X(sqlite3_bind_parameter_index)                                                            \
	X(sqlite3_bind_text64)                                                                     \
	X(sqlite3_blob_bytes)                                                                      \
	X(sqlite3_blob_close)                                                                      \
	X(sqlite3_blob_open)                                                                       \
	X(sqlite3_blob_read)                                                                       \
	X(sqlite3_busy_timeout)                                                                    \
	X(sqlite3_clear_bindings)                                                                  \
	X(sqlite3_close)                                                                           \
	X(sqlite3_column_blob)                                                                     \
	X(sqlite3_column_bytes)                                                                    \
	X(sqlite3_column_double)                                                                   \
	X(sqlite3_column_int64)                                                                    \
	X(sqlite3_column_text)                                                                     \
	X(sqlite3_column_type)                                                                     \
	X(sqlite3_config)                                                                          \
	X(sqlite3_context_db_handle)                                                               \
	X(sqlite3_create_function_v2)                                                              \
	X(sqlite3_db_config)                                                                       \
	X(sqlite3_errcode)                                                                         \
	X(sqlite3_errmsg)                                                                          \
	X(sqlite3_errstr)                                                                          \
	X(sqlite3_exec)                                                                            \
	X(sqlite3_extended_result_codes)                                                           \
	X(sqlite3_file_control)                                                                    \
	X(sqlite3_finalize)                                                                        \
	X(sqlite3_get_autocommit)                                                                  \
	X(sqlite3_open_v2)                                                                         \
	X(sqlite3_prepare_v3)                                                                      \
	X(sqlite3_reset)                                                                           \
	X(sqlite3_result_blob)                                                                     \
	X(sqlite3_result_error_code)                                                               \
	X(sqlite3_step)                                                                            \
	X(sqlite3_value_int64)                                                                     \
	X(sqlite3_value_text)

typedef struct {
/* NOLINTNEXTLINE(bugprone-macro-parentheses): a member's name */
#define DD_LIBSQLITE_MEMBER(name) __typeof__(&name) name;
	DD_LIBSQLITE_FUNCTIONS(DD_LIBSQLITE_MEMBER)
#undef DD_LIBSQLITE_MEMBER
} DdLibsqlite;

/* Set once, by the first dd_libsqlite_load */
extern DdLibsqlite libsqlite;

/* Loads the library if nobody did; threads may call it at once. Returns: FALSE when it is not installed; DD_ERROR_UNSUPPORTED says what to do */
bool
dd_libsqlite_load(GError **error);

G_END_DECLS
