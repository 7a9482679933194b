/* SPDX-License-Identifier: GPL-3.0-or-later */
/* open-members.c: walks down into archives; what they say is bounded once for each of them, and once for all together */
#include "open-members.h"

#include "error.h"
#include "maxima.h"

typedef struct {
	const DdFileOpenTask *task;
	DdFileFoundFunc found;
	void *user_data;
	guint opened; /* files inside */
	gsize opened_bytes;
	gint64 deadline; /* of g_get_monotonic_time; nothing is opened behind it */
} Walk;

static bool
is_stopped(const Walk *walk)
{
	return walk->task->stop != NULL && __atomic_load_n(walk->task->stop, __ATOMIC_RELAXED);
}

static void
tell_text(Walk *walk, const char *inner, GByteArray *text)
{
	walk->found(&(DdFileFound){.inner = inner, .text = text}, walk->user_data);
}

static void
tell_error(Walk *walk, const char *inner, const GError *error, bool skipped)
{
	walk->found(&(DdFileFound){.inner = inner, .error = error, .skipped = skipped},
		walk->user_data);
}

static void
tell_too_large(Walk *walk, const char *inner, const char *vi, const char *en)
{
	g_autoptr(GError) error = NULL;
	g_set_error(&error, DD_ERROR, DD_ERROR_TOO_LARGE,
		"%s; hãy giải nén rồi đọc riêng tệp này (%s; unpack it and read this file alone)",
		vi, en);
	tell_error(walk, inner, error, false);
}

/* Says why a file inside did not come. */
static void
tell_state(Walk *walk, const char *inner, DdMemberState state)
{
	static const struct {
		DdError code;
		const char *message;
	} reasons[DD_MEMBER_LAST] = {
		[DD_MEMBER_OTHER] = {DD_ERROR_UNSUPPORTED,
			"bỏ qua, không phải loại tệp đọc được (skipped: not a kind of file that is "
			"read)"},
		[DD_MEMBER_METHOD] = {DD_ERROR_UNSUPPORTED,
			"nén theo cách chưa đọc được; hãy giải nén rồi đọc riêng tệp này "
			"(unsupported: its way of packing; unpack it and read this file alone)"},
		[DD_MEMBER_BROKEN] = {DD_ERROR_INVALID_DATA,
			"phần này của tệp nén bị hỏng; hãy xin lại tệp (broken: this part of the "
			"archive; ask for it again)"},
	};
	g_autoptr(GError) error = NULL;
	if (state == DD_MEMBER_TOO_LARGE) {
		tell_too_large(walk, inner, "tệp bên trong quá lớn", "too large when unpacked");
		return;
	}
	if (state == DD_MEMBER_ENCRYPTED || state == DD_MEMBER_WRONG_PASSWORD)
		dd_error_set_password(&error, state == DD_MEMBER_WRONG_PASSWORD);
	else
		g_set_error_literal(
			&error, DD_ERROR, (gint)reasons[state].code, reasons[state].message);
	tell_error(walk, inner, error, state == DD_MEMBER_OTHER);
}

static void
open_file(Walk *walk, const guint8 *bytes, gsize len, const char *inner, unsigned depth);

static void
/* NOLINTNEXTLINE(misc-no-recursion): open_file stops at DD_MAX_MEMBER_DEPTH */
open_member(Walk *walk, const DdMember *member, const char *inner, unsigned depth)
{
	if (member->state != DD_MEMBER_WHOLE) {
		tell_state(walk, inner, member->state);
		return;
	}
	gsize len;
	const guint8 *bytes = g_bytes_get_data(member->bytes, &len);
	if (walk->opened >= DD_MAX_MEMBERS_OPENED ||
		len > DD_MAX_MEMBERS_OPENED_BYTES - walk->opened_bytes) {
		tell_too_large(walk, inner, "quá nhiều tệp bên trong", "too many files inside");
		return;
	}
	if (g_get_monotonic_time() >= walk->deadline) {
		tell_too_large(walk, inner, "đọc các tệp bên trong quá lâu",
			"reading the files inside takes too long");
		return;
	}
	walk->opened++;
	walk->opened_bytes += len;
	if (dd_file_is_for_worker(bytes, len)) {
		open_file(walk, bytes, len, inner, depth);
		return;
	}
	GByteArray *text = g_byte_array_sized_new((guint)len);
	tell_text(walk, inner, g_byte_array_append(text, bytes, (guint)len));
}

/* @depth: archives around it */
static void
/* NOLINTNEXTLINE(misc-no-recursion): at most DD_MAX_MEMBER_DEPTH archives inside of each other */
open_file(Walk *walk, const guint8 *bytes, gsize len, const char *inner, unsigned depth)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = dd_file_open(bytes, len, walk->task, &error);
	if (document == NULL) {
		tell_error(walk, inner, error, false);
		return;
	}
	size_t n;
	const DdMember *inside = dd_document_get_members(document, &n);
	if (n > 0 && depth >= DD_MAX_MEMBER_DEPTH) {
		tell_too_large(walk, inner, "tệp nén lồng nhau quá sâu",
			"archives inside of archives too deep");
		return;
	}
	walk->found(&(DdFileFound){.inner = inner, .document = document}, walk->user_data);
	for (size_t i = 0; i < n && !is_stopped(walk); i++) {
		g_autofree char *name = inner != NULL ? g_strconcat(inner, "/", inside[i].name, NULL)
						      : g_strdup(inside[i].name);
		open_member(walk, &inside[i], name, depth + 1);
	}
}

void
dd_file_open_all(GByteArray *bytes, const DdFileOpenTask *task, DdFileFoundFunc found, void *user_data)
{
	dd_file_open_all_within(bytes, task, DD_MAX_MEMBERS_SECONDS, found, user_data);
}

void
dd_file_open_all_within(GByteArray *bytes, const DdFileOpenTask *task, unsigned seconds,
	DdFileFoundFunc found, void *user_data)
{
	g_return_if_fail(bytes != NULL && task != NULL && found != NULL);
	Walk walk = {.task = task,
		.found = found,
		.user_data = user_data,
		.deadline = g_get_monotonic_time() + seconds * G_TIME_SPAN_SECOND};
	if (!dd_file_is_for_worker(bytes->data, bytes->len)) {
		tell_text(&walk, NULL, bytes);
		return;
	}
	open_file(&walk, bytes->data, bytes->len, NULL, 0);
	g_byte_array_unref(bytes);
}
