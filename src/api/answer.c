/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answer.c: JSON into memory, and the table of problems */
#include "answer.h"

#include "error.h"
#include "events.h"
#include "secret.h"

#include <stdlib.h>
#include <string.h>

#define TYPE_JSON "application/json"
#define TYPE_PROBLEM "application/problem+json"
#define BUSY_SECONDS 2 /* after which the store may be free again */

typedef struct {
	unsigned status;
	const char *word, *vi, *en;
} Row;

static const Row rows[DD_PROBLEM_LAST] = {
	[DD_PROBLEM_BAD_REQUEST] = {400, "bad-request", "Yêu cầu sai", "Bad request"},
	[DD_PROBLEM_UNAUTHORISED] = {401, "unauthorised", "Cần đăng nhập", "Sign in first"},
	[DD_PROBLEM_WRONG_SIGN_IN] = {401, "wrong-sign-in", "Tên, mật khẩu hoặc mã không đúng",
		"Name, password or code is wrong"},
	[DD_PROBLEM_CODE_NEEDED] = {401, "code-needed", "Cần mã dùng một lần",
		"A one-time code is needed"},
	[DD_PROBLEM_CODE_UNENROLED] = {403, "code-unenroled",
		"Cơ quan yêu cầu mã dùng một lần; hãy đăng ký mã cho tài khoản này trước",
		"The office demands one-time codes; take them into use for this account first"},
	[DD_PROBLEM_SIGN_IN_AGAIN] = {403, "sign-in-again",
		"Việc này cần vừa mới chứng minh danh tính; hãy đăng nhập lại rồi làm tiếp",
		"This needs a fresh proof of who you are; sign in again and go on"},
	[DD_PROBLEM_NO_ACCOUNT] = {403, "no-account",
		"Danh tính đúng, nhưng ở đây chưa có tài khoản, vai trò hoặc đơn vị cho người này; "
		"hãy "
		"liên hệ quản trị",
		"That is who you are, but there is no account, role or unit for you here; ask an "
		"administrator"},
	[DD_PROBLEM_FORBIDDEN] = {403, "forbidden", "Không có quyền", "Not allowed"},
	[DD_PROBLEM_BAD_CSRF] = {403, "bad-csrf", "Thiếu hoặc sai mã chống giả mạo (X-CSRF-Token)",
		"X-CSRF-Token is missing or wrong"},
	[DD_PROBLEM_NOT_FOUND] = {404, "not-found", "Không tìm thấy", "Not found"},
	[DD_PROBLEM_METHOD] = {405, "method", "Không làm được việc này ở đây", "Method not allowed"},
	[DD_PROBLEM_NOT_ACCEPTABLE] = {406, "not-acceptable", "Không có dạng được yêu cầu",
		"Not acceptable"},
	[DD_PROBLEM_CONFLICT] = {409, "conflict", "Trạng thái hiện tại không cho phép", "Conflict"},
	[DD_PROBLEM_STALE] = {412, "stale", "Đã có người thay đổi trước",
		"Somebody else changed it first"},
	[DD_PROBLEM_TOO_LARGE] = {413, "too-large", "Nội dung quá lớn", "Content too large"},
	[DD_PROBLEM_TARGET_TOO_LONG] = {414, "target-too-long", "Địa chỉ quá dài", "URI too long"},
	[DD_PROBLEM_MEDIA_TYPE] = {415, "media-type", "Không nhận dạng nội dung này",
		"Unsupported media type"},
	[DD_PROBLEM_RANGE] = {416, "range", "Phần được yêu cầu nằm ngoài tệp", "Range not satisfiable"},
	[DD_PROBLEM_UNPROCESSABLE] = {422, "unprocessable", "Nội dung không hợp lệ",
		"Unprocessable content"},
	[DD_PROBLEM_NEEDS_MATCH] = {428, "needs-match", "Cần If-Match với phiên bản đã xem",
		"If-Match with the version that was looked at is needed"},
	[DD_PROBLEM_TOO_MANY] = {429, "too-many", "Quá nhiều yêu cầu, hãy đợi",
		"Too many requests, wait"},
	[DD_PROBLEM_HEADERS_TOO_LARGE] = {431, "headers-too-large", "Phần đầu yêu cầu quá dài",
		"Request header fields too large"},
	[DD_PROBLEM_INTERNAL] = {500, "internal", "Lỗi của máy chủ", "Internal error"},
	[DD_PROBLEM_UNAVAILABLE] = {503, "unavailable", "Tạm thời không phục vụ được, hãy thử lại",
		"Not available now, try again"},
	[DD_PROBLEM_UNSURE] = {504, "outcome-unknown",
		"Không rõ đã ghi được hay chưa, hãy xem lại trước khi gửi lại",
		"Whether it was kept is not known: look before sending it again"},
	[DD_PROBLEM_NO_SPACE] = {507, "no-space", "Hết chỗ lưu trữ, không có gì được ghi",
		"No space left, nothing was written"},
};

/* What a code of GError is to who asked */
static const DdProblem of_error[DD_ERROR_LAST] = {
	[DD_ERROR_INVALID_DATA] = DD_PROBLEM_BAD_REQUEST,
	[DD_ERROR_UNSUPPORTED] = DD_PROBLEM_UNPROCESSABLE,
	[DD_ERROR_TOO_LARGE] = DD_PROBLEM_TOO_LARGE,
	[DD_ERROR_EMPTY] = DD_PROBLEM_NOT_FOUND,
	[DD_ERROR_IO] = DD_PROBLEM_INTERNAL,
	[DD_ERROR_INTERNAL] = DD_PROBLEM_INTERNAL,
	[DD_ERROR_OLD_TEXT] = DD_PROBLEM_UNPROCESSABLE,
	[DD_ERROR_OLD_SHEET] = DD_PROBLEM_UNPROCESSABLE,
	[DD_ERROR_PASSWORD] = DD_PROBLEM_UNPROCESSABLE,
	[DD_ERROR_UNAVAILABLE] = DD_PROBLEM_UNAVAILABLE,
	[DD_ERROR_CONFLICT] = DD_PROBLEM_CONFLICT,
	[DD_ERROR_MISSING] = DD_PROBLEM_UNPROCESSABLE,
	[DD_ERROR_FORBIDDEN] = DD_PROBLEM_FORBIDDEN,
	[DD_ERROR_NO_SPACE] = DD_PROBLEM_NO_SPACE,
	[DD_ERROR_UNSURE] = DD_PROBLEM_UNSURE,
};

const char *
dd_problem_to_string(DdProblem problem)
{
	return rows[problem].word;
}

unsigned
dd_problem_get_status(DdProblem problem)
{
	return rows[problem].status;
}

static void
drop_stream(DdAnswer *self)
{
	if (self->stream != NULL)
		fclose(self->stream);
	self->stream = NULL;
	free(self->text);
	self->text = NULL;
}

DdJsonWriter *
dd_answer_begin(DdAnswer *self, unsigned status)
{
	drop_stream(self);
	g_clear_pointer(&self->body, g_bytes_unref);
	self->has_file = false;
	self->status = status;
	self->type = TYPE_JSON;
	self->stream = open_memstream(&self->text, &self->len);
	if (self->json == NULL)
		self->json = g_new(DdJsonWriter, 1);
	dd_json_init(self->json, self->stream);
	return self->json;
}

bool
dd_answer_end(DdAnswer *self, GError **error)
{
	bool good = self->stream != NULL && dd_json_finish(self->json, error);
	if (self->stream == NULL)
		g_set_error(error, DD_ERROR, DD_ERROR_IO, "cannot write: no memory");
	else if (fclose(self->stream) != 0 && good) {
		good = false;
		g_set_error(error, DD_ERROR, DD_ERROR_IO, "cannot write: no memory");
	}
	self->stream = NULL;
	if (!good)
		return false;
	/* what open_memstream gives is of malloc */
	self->body = g_bytes_new_with_free_func(self->text, self->len, free, self->text);
	self->text = NULL;
	return true;
}

void
dd_answer_set_json(DdAnswer *self, GBytes *body)
{
	self->status = 200;
	self->type = TYPE_JSON;
	self->body = g_bytes_ref(body);
}

DdJsonWriter *
dd_answer_begin_problem(DdAnswer *self, DdProblem problem, const char *detail)
{
	const Row *row = &rows[problem];
	DdJsonWriter *json = dd_answer_begin(self, row->status);
	g_autofree char *type = g_strconcat("urn:dondoc:problem:", row->word, NULL);
	self->type = TYPE_PROBLEM;
	*self->etag = '\0';
	dd_json_open(json, NULL, '{', true);
	dd_json_string(json, "type", type);
	dd_json_string(json, "title", row->vi);
	dd_json_string(json, "title_en", row->en);
	dd_json_uint(json, "status", row->status);
	if (detail != NULL)
		dd_json_string(json, "detail", detail);
	return json;
}

void
dd_answer_problem(DdAnswer *self, DdProblem problem, const char *detail)
{
	g_autoptr(GError) error = NULL;
	dd_json_close(dd_answer_begin_problem(self, problem, detail), '}');
	/* without memory for so little it is the status alone */
	if (!dd_answer_end(self, &error))
		g_debug("%s", error->message);
	if (problem == DD_PROBLEM_UNAVAILABLE && self->retry_after == 0)
		self->retry_after = BUSY_SECONDS;
}

static void
empty(DdAnswer *self)
{
	drop_stream(self);
	g_clear_pointer(&self->body, g_bytes_unref);
	self->status = 204;
	self->type = NULL;
	*self->etag = '\0';
}

DdProblem
dd_problem_of_error(const GError *error)
{
	return error->domain == DD_ERROR ? of_error[error->code] : DD_PROBLEM_INTERNAL;
}

void
dd_answer_fail(DdAnswer *self, const GError *error)
{
	DdProblem problem = dd_problem_of_error(error);
	bool ours = dd_problem_get_status(problem) >= 500;
	if (ours)
		g_message("%s", error->message);
	self->broken = self->broken || ours;
	if (self->kept)
		empty(self);
	else
		dd_answer_problem(self, problem, ours ? NULL : error->message);
}

void
dd_answer_set_file(DdAnswer *self, const DdHash *hash, uint64_t size, const char *name)
{
	char text[DD_HASH_TEXT];
	self->status = 200;
	self->type = "application/octet-stream";
	self->has_file = true;
	self->file = *hash;
	self->size = size;
	g_free(self->name);
	self->name = g_strdup(name);
	g_snprintf(self->etag, sizeof(self->etag), "\"%.32s\"", dd_hash_format(hash, text));
}

static void
drop_source(DdAnswer *self)
{
	if (self->source.free != NULL)
		self->source.free(self->source.data);
	self->source = (DdSource){0};
}

void
dd_answer_set_source(DdAnswer *self, const char *type, const char *name, DdSource source)
{
	self->status = 200;
	self->type = type;
	drop_source(self);
	self->source = source;
	g_free(self->name);
	self->name = g_strdup(name);
}

void
dd_answer_set_etag(DdAnswer *self, int64_t version, const char *day)
{
	g_snprintf(self->etag, sizeof(self->etag), "\"%" G_GINT64_FORMAT "%s%s\"", version,
		*day != '\0' ? "." : "", day);
}

void
dd_answer_clear(DdAnswer *self)
{
	g_clear_pointer(&self->listener, dd_listener_free);
	drop_stream(self);
	g_clear_pointer(&self->json, g_free);
	g_clear_pointer(&self->body, g_bytes_unref);
	g_clear_pointer(&self->location, g_free);
	if (self->cookie != NULL)
		dd_secret_wipe(self->cookie, strlen(self->cookie)); /* it opens a session */
	g_clear_pointer(&self->cookie, g_free);
	g_clear_pointer(&self->old_cookie, g_free);
	g_clear_pointer(&self->name, g_free);
	drop_source(self);
}
