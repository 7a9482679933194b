/* SPDX-License-Identifier: GPL-3.0-or-later */
/* exchange-send.c: an answer becomes HTTP: header fields, not modified, parts, compression */
#include <brotli/encode.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "header.h"
#include "maxima.h"
#include "server-private.h"
#include "stored-file.h"

#define COMPRESSED_FROM 1024 /* bytes; shorter ones do not become fewer packets */
#define GZIP_LEVEL 1         /* most of the gain for a tenth of the time of level 9 */
/* 29 329 bytes of a reading become 5873 in 0.19 ms; 5472 in 0.43 ms at 5, 7020 in 0.12 ms by gzip (AMD EPYC) */
#define BROTLI_QUALITY 4
#define BROTLI_WINDOW 18 /* 256 KiB: an answer is seldom larger, and it bounds the memory */
#define FILE_PIECES 64   /* that a file is read in, where it is large */
#define FILE_PIECE_LEAST ((uint64_t)256 << 10)
#define GZIP_WINDOW (15 + 16) /* zlib's way to say gzip */

static void
add(struct MHD_Response *response, const char *name, const char *value)
{
	/* only a value with a line's end is refused, and none of ours has one */
	if (MHD_add_response_header(response, name, value) != MHD_YES)
		g_message("header field %s was refused", name);
}

static void
add_number(struct MHD_Response *response, const char *name, uint64_t value)
{
	char text[24];
	g_snprintf(text, sizeof(text), "%" PRIu64, value);
	add(response, name, text);
}

/* Returns: bytes written to @out, which has @len, as gzip; 0 when there is no room */
static size_t
write_gzip(const void *data, size_t len, guint8 *out)
{
	z_stream stream = {.next_in = (z_const Bytef *)data, .avail_in = (uInt)len};
	if (deflateInit2(&stream, GZIP_LEVEL, Z_DEFLATED, GZIP_WINDOW, MAX_MEM_LEVEL,
		    Z_DEFAULT_STRATEGY) != Z_OK)
		return 0;
	stream.next_out = out;
	stream.avail_out = (uInt)len;
	int code = deflate(&stream, Z_FINISH);
	size_t size = stream.total_out;
	deflateEnd(&stream);
	return code == Z_STREAM_END ? size : 0;
}

/* The same as brotli (RFC 7932) */
static size_t
write_brotli(const void *data, size_t len, guint8 *out)
{
	size_t size = len;
	return BrotliEncoderCompress(BROTLI_QUALITY, BROTLI_WINDOW, BROTLI_MODE_TEXT, len, data,
		       &size, out) == BROTLI_TRUE
		       ? size
		       : 0;
}

/* Returns: (transfer full) the bytes in that coding, NULL when they do not become fewer */
static GBytes *
compress_bytes(GBytes *bytes, DdCoding coding)
{
	if (coding == DD_CODING_NONE)
		return NULL;
	gsize len;
	const void *data = g_bytes_get_data(bytes, &len);
	if (len > G_MAXUINT32 / 2)
		return NULL;
	g_autofree guint8 *out = g_malloc(len);
	size_t size = coding == DD_CODING_BROTLI ? write_brotli(data, len, out)
						 : write_gzip(data, len, out);
	return size > 0 ? g_bytes_new_take(g_steal_pointer(&out), size) : NULL;
}

/*
 * JSON and text are compressed; files are, by their own kind, already. What is of accounts never is: a secret that is compressed together with
 * what an attacker chose shows in the length (BREACH), and those answers are the ones that hold secrets
 */
static DdCoding
pick_coding(const DdExchange *self)
{
	const DdAnswer *answer = &self->answer;
	const DdRoute *route = self->match.route;
	bool may = answer->body != NULL && answer->type != NULL && route != NULL &&
		   route->action != DD_ACTION_LAST && route->action != DD_ACTION_MANAGE &&
		   answer->cookie == NULL && g_bytes_get_size(answer->body) >= COMPRESSED_FROM;
	return may ? dd_header_pick_coding(dd_exchange_get_field(self, "Accept-Encoding"))
		   : DD_CODING_NONE;
}

static void
unref_bytes(void *bytes)
{
	g_bytes_unref(bytes);
}

/* A file on its way */
typedef struct {
	DdServer *server;
	DdHash hash;
	uint64_t first; /* byte of it that the body begins with */
} FileSource;

/* Called by the library for the next piece of the body: between two no connection to the store is held, however slowly it is read */
static ssize_t
read_piece(void *data, uint64_t position, char *buffer, size_t room)
{
	FileSource *self = data;
	g_autoptr(GError) error = NULL;
	DdStore *store = dd_store_pool_take(
		self->server->pool, dd_server_get_now(self->server), &error);
	bool good = store != NULL && dd_stored_file_read(store, &self->hash, self->first + position,
					     buffer, room, &error);
	dd_store_pool_give(self->server->pool, store, !good);
	if (good)
		return (ssize_t)room;
	g_message("%s", error->message);
	return MHD_CONTENT_READER_END_WITH_ERROR;
}

/* The pieces of a large file are larger, so that looking for where each begins stays linear in the file */
static struct MHD_Response *
make_file_response(const DdExchange *self)
{
	const DdAnswer *answer = &self->answer;
	FileSource *source = g_new(FileSource, 1);
	bool part = answer->status == MHD_HTTP_PARTIAL_CONTENT;
	uint64_t len = part ? answer->last - answer->first + 1 : answer->size;
	uint64_t piece = CLAMP(answer->size / FILE_PIECES, FILE_PIECE_LEAST, DD_MAX_FILE_PIECE_BYTES);
	*source = (FileSource){self->server, answer->file, part ? answer->first : 0};
	/* what is not sent is not read, and takes no room */
	piece = self->head ? 1 : MIN(piece, MAX(len, 1));
	struct MHD_Response *response = MHD_create_response_from_callback(
		len, (size_t)piece, read_piece, source, g_free);
	if (response == NULL)
		g_free(source);
	return response;
}

/* A body that is made as it is sent */
typedef struct {
	DdServer *server;
	DdSource source;
	char *piece; /* of which at bytes are sent; of the C library's memory */
	size_t len, at;
	bool end;
} Making;

static void
making_free(void *data)
{
	Making *self = data;
	self->source.free(self->source.data);
	free(self->piece);
	g_free(self);
}

/* Makes the next piece. Returns: FALSE when that failed */
static bool
make_piece(Making *self, GError **error)
{
	g_clear_pointer(&self->piece, free);
	self->len = self->at = 0;
	FILE *out = open_memstream(&self->piece, &self->len);
	DdStore *store = out != NULL ? dd_store_pool_take(self->server->pool,
					       dd_server_get_now(self->server), error)
				     : NULL;
	bool good = store != NULL &&
		    self->source.more(self->source.data, store, out, &self->end, error);
	dd_store_pool_give(self->server->pool, store, !good);
	if (out != NULL && fclose(out) != 0)
		good = false;
	return good;
}

static ssize_t
read_made(void *data, uint64_t position, char *buffer, size_t room)
{
	Making *self = data;
	(void)position;
	while (self->at == self->len) {
		g_autoptr(GError) error = NULL;
		if (self->end)
			return MHD_CONTENT_READER_END_OF_STREAM;
		if (make_piece(self, &error))
			continue;
		g_message("%s", error != NULL ? error->message : "no memory for an answer");
		return MHD_CONTENT_READER_END_WITH_ERROR;
	}
	size_t n = MIN(room, self->len - self->at);
	memcpy(buffer, self->piece + self->at, n);
	self->at += n;
	return (ssize_t)n;
}

static struct MHD_Response *
make_made_response(DdExchange *self)
{
	Making *making = g_new0(Making, 1);
	making->server = self->server;
	making->source = self->answer.source;
	self->answer.source = (DdSource){0};
	struct MHD_Response *response = MHD_create_response_from_callback(
		MHD_SIZE_UNKNOWN, (size_t)FILE_PIECE_LEAST, read_made, making, making_free);
	if (response == NULL)
		making_free(making);
	return response;
}

/* @bytes: swallowed; NULL none */
static struct MHD_Response *
make_response(GBytes *bytes)
{
	static char none[1];
	if (bytes == NULL)
		return MHD_create_response_from_buffer(0, none, MHD_RESPMEM_PERSISTENT);
	union {
		const void *get;
		void *lend; /* it is only read; the library takes it without const */
	} data;
	gsize len;
	data.get = g_bytes_get_data(bytes, &len);
	return MHD_create_response_from_buffer_with_free_callback_cls(
		len, data.lend, unref_bytes, bytes);
}

/* What every answer has */
static void
add_common(const DdExchange *self, struct MHD_Response *response)
{
	add(response, "X-Request-Id", self->id);
	add(response, "X-Content-Type-Options", "nosniff");
	add(response, "Content-Security-Policy",
		self->answer.policy != NULL ? self->answer.policy
					    : "default-src 'none'; frame-ancestors 'none'");
	add(response, "Referrer-Policy", "no-referrer");
	add(response, "Cross-Origin-Resource-Policy", "same-origin");
	/* what one may see is kept by nobody in between, and asked for again when it is shown again; the page is alike for all */
	const char *keep = self->answer.keep;
	add(response, "Vary",
		keep != NULL ? "Accept-Encoding" : "Accept-Encoding, Authorization, Cookie");
	if (keep == NULL)
		keep = *self->answer.etag != '\0' ? "private, no-cache" : "no-store";
	add(response, "Cache-Control", keep);
	if (self->secure)
		add(response, "Strict-Transport-Security", "max-age=31536000");
	if (__atomic_load_n(&self->server->stopping, __ATOMIC_RELAXED))
		add(response, "Connection", "close");
}

/* Names may hold anything: those of ASCII go as they are, all by RFC 8187 */
static void
add_name(struct MHD_Response *response, const char *name)
{
	g_autofree char *encoded = g_uri_escape_string(name, NULL, FALSE);
	g_autofree char *value = g_strconcat("attachment; filename*=UTF-8''", encoded, NULL);
	add(response, "Content-Disposition", value);
}

static void
add_range(const DdAnswer *answer, struct MHD_Response *response)
{
	char text[72];
	if (answer->has_file)
		add(response, "Accept-Ranges", "bytes");
	if (answer->status == MHD_HTTP_PARTIAL_CONTENT)
		g_snprintf(text, sizeof(text), "bytes %" PRIu64 "-%" PRIu64 "/%" PRIu64,
			answer->first, answer->last, answer->size);
	else if (answer->status == MHD_HTTP_RANGE_NOT_SATISFIABLE)
		g_snprintf(text, sizeof(text), "bytes */%" PRIu64, answer->size);
	else
		return;
	add(response, "Content-Range", text);
}

static void
add_own(const DdExchange *self, struct MHD_Response *response, DdCoding coding)
{
	const DdAnswer *answer = &self->answer;
	if (answer->type != NULL)
		add(response, "Content-Type", answer->type);
	if (coding != DD_CODING_NONE)
		add(response, "Content-Encoding", coding == DD_CODING_BROTLI ? "br" : "gzip");
	if (*answer->etag != '\0') {
		/* another coding is other bytes of the same thing */
		g_autofree char *weak = g_strconcat("W/", answer->etag, NULL);
		add(response, "ETag", coding != DD_CODING_NONE ? weak : answer->etag);
	}
	if (answer->location != NULL)
		add(response, "Location", answer->location);
	if (answer->old_cookie != NULL)
		add(response, "Set-Cookie", answer->old_cookie);
	if (answer->cookie != NULL)
		add(response, "Set-Cookie", answer->cookie);
	if (answer->name != NULL)
		add_name(response, answer->name);
	if (answer->allow != NULL)
		add(response, "Allow", answer->allow);
	if (answer->retry_after > 0)
		add_number(response, "Retry-After", answer->retry_after);
	if (answer->status == MHD_HTTP_UNAUTHORIZED)
		add(response, "WWW-Authenticate", "Bearer");
	add_range(answer, response);
}

/* What the client has already is not sent again */
static void
skip_known(DdExchange *self)
{
	DdAnswer *answer = &self->answer;
	const char *field = dd_exchange_get_field(self, "If-None-Match");
	if (answer->status != MHD_HTTP_OK || *answer->etag == '\0' || field == NULL ||
		!dd_header_matches(field, answer->etag))
		return;
	answer->status = MHD_HTTP_NOT_MODIFIED;
	answer->type = NULL;
	answer->has_file = false;
	g_clear_pointer(&answer->body, g_bytes_unref);
	g_clear_pointer(&answer->name, g_free);
}

/* The part that was asked for: by GET alone, and of what If-Range names, compared strongly (RFC 9110, 13.1.5, 14.2) */
static void
cut_part(DdExchange *self)
{
	DdAnswer *answer = &self->answer;
	const char *condition = dd_exchange_get_field(self, "If-Range");
	if (answer->status != MHD_HTTP_OK || !answer->has_file || self->head ||
		(condition != NULL && strcmp(condition, answer->etag) != 0))
		return;
	DdRangeKind kind = dd_header_get_range(
		dd_exchange_get_field(self, "Range"), answer->size, &answer->first, &answer->last);
	if (kind == DD_RANGE_PART) {
		answer->status = MHD_HTTP_PARTIAL_CONTENT;
	} else if (kind == DD_RANGE_OUTSIDE) {
		g_clear_pointer(&answer->name, g_free);
		dd_answer_problem(answer, DD_PROBLEM_RANGE, NULL);
	}
}

/* Returns: bytes of the body that are sent */
static size_t
count_sent(const DdExchange *self, GBytes *body)
{
	const DdAnswer *answer = &self->answer;
	if (self->head)
		return 0;
	if (!answer->has_file)
		return body != NULL ? g_bytes_get_size(body) : 0;
	return answer->status == MHD_HTTP_PARTIAL_CONTENT ? answer->last - answer->first + 1
							  : answer->size;
}

/* @body: (nullable) that which is in memory */
static struct MHD_Response *
choose_response(DdExchange *self, GBytes *body)
{
	if (self->answer.listener != NULL)
		return dd_listener_respond(
			g_steal_pointer(&self->answer.listener), self->connection, self->guarded);
	if (self->answer.has_file)
		return make_file_response(self);
	if (self->answer.source.free != NULL)
		return make_made_response(self);
	return make_response(body != NULL ? g_bytes_ref(body) : NULL);
}

enum MHD_Result
dd_exchange_send(DdExchange *self)
{
	DdAnswer *answer = &self->answer;
	skip_known(self);
	cut_part(self);
	DdCoding coding = pick_coding(self);
	g_autoptr(GBytes) small = compress_bytes(answer->body, coding);
	if (small == NULL)
		coding = answer->coding;
	GBytes *body = small != NULL ? small : answer->body;
	bool streams = answer->listener != NULL;
	struct MHD_Response *response = choose_response(self, body);
	if (response == NULL)
		return MHD_NO;
	self->sent = count_sent(self, body);
	add_common(self, response);
	add_own(self, response, coding);
	if (streams)
		add(response, "X-Accel-Buffering", "no"); /* nginx would keep events back */
	self->state = DD_EXCHANGE_SENT;
	/* a stream is looked after by those who write it */
	dd_guarded_set(self->guarded, streams ? 0 : DD_MAX_SEND_SECONDS);
	enum MHD_Result result = MHD_queue_response(self->connection, answer->status, response);
	MHD_destroy_response(response);
	return result;
}
