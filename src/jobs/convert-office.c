/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "convert-office.h"

#include "child.h"
#include "error.h"
#include "maxima.h"
#include "office-status.h"
#include "sniff.h"

#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#define CONVERTER_NAME "dondoc-office"
#define PROGRAM_NAME "soffice.bin"
#define USUAL_FOLDER "/usr/lib/libreoffice/program"
#define CHUNK_BYTES ((size_t)64 << 10)

/* What differs between the kinds */
static const struct {
	const char *made;    /* the result's ending */
	const char *library; /* of LibreOffice's, beside its program, that reads such files */
	const char *package; /* of Debian, that has it */
	const char *by;      /* whose files they are */
} kinds[DD_OFFICE_KIND_LAST] = {
	[DD_OFFICE_TEXT] = {"docx", "libswlo.so", "libreoffice-writer-nogui", "Word"},
	[DD_OFFICE_SHEET] = {"xlsx", "libsclo.so", "libreoffice-calc-nogui", "Excel"},
};

static bool
has(const char *folder, const char *name, int how)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	return access(path, how) == 0;
}

/* Returns: (transfer full) the folder of the program that "soffice" leads to, NULL */
static char *
find_in_path(void)
{
	g_autofree char *found = g_find_program_in_path("soffice");
	char real[PATH_MAX];
	return found != NULL && realpath(found, real) != NULL ? g_path_get_dirname(real) : NULL;
}

/* Returns: (transfer full) path of a LibreOffice that reads such files, NULL */
static char *
find_program(DdOfficeKind kind, const char *place)
{
	g_autofree char *other = find_in_path();
	const char *const folders[] = {place != NULL ? place : USUAL_FOLDER, other};
	for (size_t i = 0; i < G_N_ELEMENTS(folders); i++)
		if (folders[i] != NULL && has(folders[i], PROGRAM_NAME, X_OK) &&
			has(folders[i], kinds[kind].library, R_OK))
			return g_build_filename(folders[i], PROGRAM_NAME, NULL);
	return NULL;
}

static void
set_missing(GError **error, DdOfficeKind kind)
{
	g_set_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
		"cần LibreOffice để đọc; hãy cài gói %s (Debian: apt install %s), hoặc mở bằng %s "
		"rồi lưu "
		"lại thành .%s (unsupported without LibreOffice: install the package %s, or open "
		"it in %s "
		"and save it as .%s)",
		kinds[kind].package, kinds[kind].package, kinds[kind].by, kinds[kind].made,
		kinds[kind].package, kinds[kind].by, kinds[kind].made);
}

/* Says why there is no result, and what to do. @vi, @en: what happened */
static void
set_failed(GError **error, DdOfficeKind kind, DdError code, const char *vi, const char *en)
{
	g_set_error(error, DD_ERROR, (int)code,
		"LibreOffice %s; hãy mở bằng %s, bỏ mật khẩu nếu có, lưu lại thành .%s rồi đọc lại "
		"(LibreOffice "
		"%s; open it in %s, take off its password if it has one, and save it as .%s)",
		vi, kinds[kind].by, kinds[kind].made, en, kinds[kind].by, kinds[kind].made);
}

static void
set_late(GError **error, DdOfficeKind kind)
{
	set_failed(error, kind, DD_ERROR_TOO_LARGE, "chuyển đổi tệp quá lâu",
		"takes too long to convert it");
}

static void
set_status(GError **error, DdOfficeKind kind, int status)
{
	static const struct {
		DdError code;
		const char *vi, *en;
	} says[DD_OFFICE_LAST] = {
		[DD_OFFICE_NOTHING] = {DD_ERROR_INVALID_DATA,
			"không mở được tệp này, tệp hỏng hoặc có mật khẩu",
			"could not open it: it is broken, or has a password"},
		[DD_OFFICE_DIED] = {DD_ERROR_INVALID_DATA,
			"dừng đột ngột khi mở tệp này, tệp có thể không an toàn",
			"died of it: it may be unsafe"},
		[DD_OFFICE_LARGE] = {DD_ERROR_TOO_LARGE, "ghi ra quá nhiều khi chuyển đổi tệp",
			"writes too much when it converts it"},
		[DD_OFFICE_BUSY] = {DD_ERROR_TOO_LARGE, "chuyển đổi tệp tốn quá nhiều thời gian xử lý",
			"takes too much processor time to convert it"},
	};
	if (status > DD_OFFICE_DONE && status < DD_OFFICE_LAST && says[status].vi != NULL)
		set_failed(error, kind, says[status].code, says[status].vi, says[status].en);
	else if (status == DD_OFFICE_REFUSED)
		g_set_error_literal(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
			"máy này không tạo được vùng cách ly để chạy LibreOffice cho an toàn, hoặc "
			"không chạy được "
			"LibreOffice (LibreOffice cannot be boxed in on this machine, or does not "
			"start)");
	else if (status == DD_OFFICE_FAILED)
		g_set_error_literal(error, DD_ERROR,
			DD_ERROR_IO, "không tạo được thư mục tạm để chuyển đổi tệp (no temporary folder for the conversion)");
	else
		g_set_error(error, DD_ERROR,
			DD_ERROR_INTERNAL, "chương trình chuyển đổi dừng với mã %d (the converter ended with status %d)",
			status, status);
}

/* Takes all that the converter says. Returns: (transfer full) or NULL */
static GByteArray *
take_output(const DdChild *child, DdOfficeKind kind, size_t most, gint64 deadline, GError **error)
{
	g_autofree char *chunk = g_malloc(CHUNK_BYTES);
	g_autoptr(GByteArray) all = g_byte_array_new();
	for (;;) {
		size_t n = 0;
		DdChildRead came = dd_child_read(child, chunk, CHUNK_BYTES, deadline, &n, error);
		if (came == DD_CHILD_SAID_ALL)
			return g_steal_pointer(&all);
		if (came == DD_CHILD_LATE)
			set_late(error, kind);
		if (came != DD_CHILD_SAID)
			return NULL;
		if (n > most - all->len) {
			set_status(error, kind, DD_OFFICE_LARGE);
			return NULL;
		}
		g_byte_array_append(all, (const guint8 *)chunk, (guint)n);
	}
}

/* What it said counts when it ended well, and is of the kind that was asked for, as far as the first bytes tell */
static bool
check_end(DdEnd end, const GByteArray *made, DdOfficeKind kind, GError **error)
{
	if (end.kind != DD_END_EXIT) {
		g_set_error(error, DD_ERROR,
			DD_ERROR_INTERNAL, "chương trình chuyển đổi dừng đột ngột, tín hiệu %d (the converter died of signal %d)",
			end.value, end.value);
		return false;
	}
	if (end.value != DD_OFFICE_DONE) {
		set_status(error, kind, end.value);
		return false;
	}
	if (dd_sniff(made->data, made->len, NULL) == DD_SNIFF_ZIP)
		return true;
	set_status(error, kind, DD_OFFICE_NOTHING);
	return false;
}

static GByteArray *
run(const char *const *arguments, int fd, DdOfficeKind kind, const DdOfficeSpan *span,
	const bool *stop, GError **error)
{
	g_auto(DdChild) child = {.pidfd = -1, .out = -1, .stop = stop};
	gint64 deadline = g_get_monotonic_time() + (gint64)span->seconds * G_USEC_PER_SEC;
	gint64 end_time = (gint64)span->end_seconds * G_USEC_PER_SEC;
	const DdChildStart start = {arguments, fd, -1};
	if (!dd_child_start(&start, &child, error))
		return NULL;
	g_autoptr(GByteArray) made = take_output(&child, kind, span->bytes, deadline, error);
	if (made == NULL) {
		dd_child_stop(&child, g_get_monotonic_time() + end_time);
		return NULL;
	}
	DdEnd end;
	if (!dd_child_wait_end(&child, g_get_monotonic_time() + end_time, &end)) {
		set_late(error, kind);
		return NULL;
	}
	return check_end(end, made, kind, error) ? g_steal_pointer(&made) : NULL;
}

/* A converter that was killed left its folder, which nobody else need ever come to remove. Done as well as can be. */
static void
sweep(const char *converter, const char *folder, int fd, const DdOfficeSpan *span)
{
	g_auto(DdChild) child = {.pidfd = -1, .out = -1};
	const char *const arguments[] = {converter, "--sweep", folder, NULL};
	gint64 deadline = g_get_monotonic_time() + (gint64)span->end_seconds * G_USEC_PER_SEC;
	if (dd_child_start(&(DdChildStart){arguments, fd, -1}, &child, NULL))
		dd_child_wait_end(&child, deadline, &(DdEnd){0});
}

GByteArray *
dd_office_convert_within(int fd, DdOfficeKind kind, const DdOfficeTask *task,
	const DdOfficeSpan *span, GError **error)
{
	g_return_val_if_fail(
		fd >= 0 && kind < DD_OFFICE_KIND_LAST && task != NULL && span != NULL, NULL);
	g_autofree char *program = task->program != NULL
					   ? g_canonicalize_filename(task->program, NULL)
					   : find_program(kind, task->place);
	if (program == NULL) {
		set_missing(error, kind);
		return NULL;
	}
	g_autofree char *converter = task->converter != NULL ? g_strdup(task->converter)
							     : dd_child_find(CONVERTER_NAME);
	if (converter == NULL) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_IO,
			"không tìm thấy chương trình dondoc-office; hãy cài lại dondoc "
			"(dondoc-office was not found; "
			"install dondoc again)");
		return NULL;
	}
	const char *folder = task->folder != NULL ? task->folder : g_get_tmp_dir();
	g_autofree char *whole = g_canonicalize_filename(folder, NULL);
	const char *const arguments[] = {converter, kinds[kind].made, program, whole, NULL};
	GByteArray *made = run(arguments, fd, kind, span, task->stop, error);
	if (made == NULL)
		sweep(converter, whole, fd, span);
	return made;
}

GByteArray *
dd_office_convert(int fd, DdOfficeKind kind, const DdOfficeTask *task, GError **error)
{
	const DdOfficeSpan span = {
		.seconds = DD_MAX_OFFICE_SECONDS,
		.end_seconds = DD_MAX_OFFICE_END_SECONDS,
		.bytes = DD_MAX_FILE_BYTES,
	};
	return dd_office_convert_within(fd, kind, task, &span, error);
}
