/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-writer.h: writes JSON as it goes, without a tree: commas, indentation and escapes */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

G_BEGIN_DECLS

/* Room behind the pen before it goes to the file; part of the struct, so that a writer lies on the stack */
#define DD_JSON_BUFFER 16384
/* Levels: of a reading 10, of a Document 6 for each table inside of a table; more is a bug of ours */
#define DD_JSON_DEPTH 64

typedef struct {
	FILE *out;
	const void *subject;           /* what is written, for who writes it; NULL at first */
	size_t len;                    /* bytes waiting in buffer */
	unsigned depth;                /* open objects and arrays */
	unsigned flat_from;            /* levels deeper than this stand on one line */
	bool has_items[DD_JSON_DEPTH]; /* something stands in the level already */
	bool failed;
	int error_number; /* errno of the first failure */
	char buffer[DD_JSON_BUFFER];
} DdJsonWriter;

/* Begins to write to @out (lent). */
void
dd_json_init(DdJsonWriter *self, FILE *out);
/* Writes what is waiting. Returns: FALSE when any write failed; DD_ERROR_IO */
bool
dd_json_finish(DdJsonWriter *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/*
 * Open and close an object ('{', '}') or array ('[', ']'); @key is NULL inside an array. With @flat all that is inside
 * stands on one line.
 */
void
dd_json_open(DdJsonWriter *self, const char *key, char bracket, bool flat);
void
dd_json_close(DdJsonWriter *self, char bracket);
/* Write one value; NULL @value gives null. @key (plain ASCII) is NULL inside an array. */
void
dd_json_string(DdJsonWriter *self, const char *key, const char *value);
void
dd_json_uint(DdJsonWriter *self, const char *key, uint64_t value);
void
dd_json_bool(DdJsonWriter *self, const char *key, bool value);
void
dd_json_null(DdJsonWriter *self, const char *key);
/* The shortest form that reads back as the same number; what is no number becomes null */
void
dd_json_double(DdJsonWriter *self, const char *key, double value);
/* The share @percent / 100 (0 to 100) as a number: 0.95 */
void
dd_json_percent(DdJsonWriter *self, const char *key, uint8_t percent);

G_END_DECLS
