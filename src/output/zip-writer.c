/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zip-writer.h"

#include "error.h"

#include <string.h>
#include <zlib.h>

#define SIGN_LOCAL 0x04034b50u
#define SIGN_SIZES 0x08074b50u
#define SIGN_ENTRY 0x02014b50u
#define SIGN_END 0x06054b50u
#define VERSION 20u       /* 2.0: folders and deflate, no more */
#define FLAG_BEHIND 0x08u /* CRC and sizes stand behind the entry */
#define METHOD_DEFLATE 8u
#define DAY_FIRST 0x21u /* 01/01/1980, the first day there is: no clock is asked */
#define LEVEL 1         /* most of the gain: rows of a list are alike */
#define PIECE 16384

typedef struct {
	const char *name;
	guint32 crc, packed, size, offset;
} Entry;

struct _DdZipWriter {
	GArray *entries; /* Entry; the last one is open between begin and end */
	guint64 at;      /* bytes of the file so far */
	guint64 size;    /* bytes that came into the open entry */
	z_stream stream;
	bool open;
};

DdZipWriter *
dd_zip_writer_new(void)
{
	DdZipWriter *self = g_new0(DdZipWriter, 1);
	self->entries = g_array_new(FALSE, FALSE, sizeof(Entry));
	return self;
}

void
dd_zip_writer_free(DdZipWriter *self)
{
	if (self == NULL)
		return;
	if (self->open)
		deflateEnd(&self->stream);
	g_array_unref(self->entries);
	g_free(self);
}

static void
put(DdZipWriter *self, FILE *out, const void *bytes, size_t len)
{
	fwrite(bytes, 1, len, out);
	self->at += len;
}

/* Numbers stand with their lowest byte first, @len of them */
static void
put_number(DdZipWriter *self, FILE *out, guint32 value, size_t len)
{
	const guint32 little = GUINT32_TO_LE(value);
	put(self, out, &little, len);
}

/* What the head of an entry and its row in the list have in common */
static void
put_common(DdZipWriter *self, FILE *out, const Entry *entry)
{
	put_number(self, out, VERSION, 2);
	put_number(self, out, FLAG_BEHIND, 2);
	put_number(self, out, METHOD_DEFLATE, 2);
	put_number(self, out, 0, 2);
	put_number(self, out, DAY_FIRST, 2);
	put_number(self, out, entry->crc, 4);
	put_number(self, out, entry->packed, 4);
	put_number(self, out, entry->size, 4);
	put_number(self, out, (guint32)strlen(entry->name), 2);
	put_number(self, out, 0, 2);
}

static bool
fail_large(GError **error)
{
	g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
		"tệp sẽ lớn hơn 4 GiB (the file would be larger than 4 GiB)");
	return false;
}

bool
dd_zip_writer_begin(DdZipWriter *self, FILE *out, const char *name, GError **error)
{
	g_return_val_if_fail(!self->open, false);
	if (self->at > G_MAXUINT32)
		return fail_large(error);
	self->stream = (z_stream){0};
	/* below 0: without a header of zlib */
	if (deflateInit2(&self->stream, LEVEL, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL,
		    Z_DEFAULT_STRATEGY) != Z_OK) {
		g_set_error(error, DD_ERROR, DD_ERROR_IO, "cannot write a ZIP file: no memory");
		return false;
	}
	const Entry entry = {
		.name = name, .crc = (guint32)crc32(0, NULL, 0), .offset = (guint32)self->at};
	/* its CRC and sizes are 0 here: nobody knows them yet */
	const Entry head = {.name = name};
	self->open = true;
	self->size = 0;
	put_number(self, out, SIGN_LOCAL, 4);
	put_common(self, out, &head);
	put(self, out, name, strlen(name));
	g_array_append_val(self->entries, entry);
	return true;
}

static Entry *
get_open(DdZipWriter *self)
{
	return &g_array_index(self->entries, Entry, self->entries->len - 1);
}

/* Has zlib write what it has of what came; @flush: as of zlib */
static void
deflate_to(DdZipWriter *self, FILE *out, int flush)
{
	guint8 piece[PIECE];
	do {
		self->stream.next_out = piece;
		self->stream.avail_out = sizeof(piece);
		/* it cannot fail: there is room, and the stream is whole */
		(void)deflate(&self->stream, flush);
		put(self, out, piece, sizeof(piece) - self->stream.avail_out);
	} while (self->stream.avail_out == 0);
}

bool
dd_zip_writer_write(DdZipWriter *self, FILE *out, const char *bytes, size_t len, GError **error)
{
	g_return_val_if_fail(self->open, false);
	self->size += len;
	if (self->size > G_MAXUINT32)
		return fail_large(error);
	Entry *entry = get_open(self);
	entry->crc = (guint32)crc32(entry->crc, (const Bytef *)bytes, (uInt)len);
	self->stream.next_in = (z_const Bytef *)bytes;
	self->stream.avail_in = (uInt)len;
	deflate_to(self, out, Z_NO_FLUSH);
	return true;
}

bool
dd_zip_writer_end(DdZipWriter *self, FILE *out, GError **error)
{
	g_return_val_if_fail(self->open, false);
	Entry *entry = get_open(self);
	guint64 packed = 0;
	deflate_to(self, out, Z_FINISH);
	packed = self->stream.total_out;
	deflateEnd(&self->stream);
	self->open = false;
	if (packed > G_MAXUINT32)
		return fail_large(error);
	entry->packed = (guint32)packed;
	entry->size = (guint32)self->size;
	put_number(self, out, SIGN_SIZES, 4);
	put_number(self, out, entry->crc, 4);
	put_number(self, out, entry->packed, 4);
	put_number(self, out, entry->size, 4);
	return true;
}

void
dd_zip_writer_finish(DdZipWriter *self, FILE *out)
{
	const guint64 start = self->at;
	for (guint i = 0; i < self->entries->len; i++) {
		const Entry *entry = &g_array_index(self->entries, Entry, i);
		put_number(self, out, SIGN_ENTRY, 4);
		put_number(self, out, VERSION, 2);
		put_common(self, out, entry);
		put_number(self, out, 0, 2); /* no comment */
		put_number(self, out, 0, 2); /* on the first disk */
		put_number(self, out, 0, 2); /* attributes: none */
		put_number(self, out, 0, 4);
		put_number(self, out, entry->offset, 4);
		put(self, out, entry->name, strlen(entry->name));
	}
	const guint64 len = self->at - start;
	put_number(self, out, SIGN_END, 4);
	put_number(self, out, 0, 4);
	put_number(self, out, self->entries->len, 2);
	put_number(self, out, self->entries->len, 2);
	put_number(self, out, (guint32)len, 4);
	put_number(self, out, (guint32)start, 4);
	put_number(self, out, 0, 2); /* no comment */
}
