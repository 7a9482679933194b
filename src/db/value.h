/* SPDX-License-Identifier: GPL-3.0-or-later */
/* value.h: one value that goes into a statement or comes out of a row */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

G_BEGIN_DECLS

#define DD_DB_VALUES 24 /* of one statement */

typedef enum {
	DD_DB_NULL,
	DD_DB_INT,
	DD_DB_DOUBLE,
	DD_DB_BOOL,
	DD_DB_TEXT, /* UTF-8 without NUL */
	DD_DB_BLOB,
} DdDbType;

/* What text and blob point to is lent */
typedef struct {
	DdDbType type;
	size_t len; /* bytes of text or blob */
	union {
		int64_t number; /* bool too: 0 or 1 */
		double real;
		const void *bytes; /* of a row: a NUL stands behind a text */
	};
} DdDbValue;

static inline DdDbValue
dd_db_int(int64_t number)
{
	return (DdDbValue){.type = DD_DB_INT, .number = number};
}

static inline DdDbValue
dd_db_double(double real)
{
	return (DdDbValue){.type = DD_DB_DOUBLE, .real = real};
}

static inline DdDbValue
dd_db_bool(bool flag)
{
	return (DdDbValue){.type = DD_DB_BOOL, .number = flag};
}

/* @text: NULL gives NULL */
static inline DdDbValue
dd_db_text_len(const char *text, size_t len)
{
	return (DdDbValue){.type = text != NULL ? DD_DB_TEXT : DD_DB_NULL, .len = len, .bytes = text};
}

static inline DdDbValue
dd_db_text(const char *text)
{
	return dd_db_text_len(text, text != NULL ? strlen(text) : 0);
}

/* @bytes: NULL gives NULL */
static inline DdDbValue
dd_db_blob(const void *bytes, size_t len)
{
	return (DdDbValue){.type = bytes != NULL ? DD_DB_BLOB : DD_DB_NULL, .len = len, .bytes = bytes};
}

static inline DdDbValue
dd_db_null(void)
{
	return (DdDbValue){.type = DD_DB_NULL};
}

/* The values of a statement as its two last arguments: dd_db_run(db, statement, DD_DB_ARGS(dd_db_int(1)), error) */
#define DD_DB_ARGS(...)                                                                            \
	((const DdDbValue[]){__VA_ARGS__}),                                                        \
		(sizeof((const DdDbValue[]){__VA_ARGS__}) / sizeof(DdDbValue))
#define DD_DB_NO_ARGS NULL, 0

G_END_DECLS
