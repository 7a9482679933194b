/* SPDX-License-Identifier: GPL-3.0-or-later */
/* run-worker.c: whatever a worker does, one of two comes of it in time: its Document, or an error that says what happened */
#include "run-worker.h"

#include "child.h"
#include "error.h"
#include "maxima.h"
#include "wire.h"
#include "worker-status.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>

#define WORKER_NAME "dondoc-worker"
#define RECOGNISE "--recognise"
#define UNPACK "--unpack"
#define PASSWORD "--password"
#define CHUNK_BYTES ((size_t)64 << 10) /* what a pipe holds */
#define UNSAFE_VI "tệp hỏng hoặc không an toàn: "

static void
set_unsafe(GError **error, const char *vi, const char *en)
{
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		UNSAFE_VI "%s; hãy xin lại bản gốc từ nơi gửi "
			  "(broken or unsafe file: %s; ask its sender for the original)",
		vi, en);
}

static void
set_too_large(GError **error, const char *vi, const char *en)
{
	g_set_error(error, DD_ERROR,
		DD_ERROR_TOO_LARGE, "%s; hãy tách tệp thành nhiều phần rồi đọc lại (%s; split the file and read the parts)",
		vi, en);
}

/* Says of a decoder's own finding where it comes from; what the worker says of the file comes as it is */
static void
prefix_unsafe(GError **error)
{
	if (error != NULL && g_error_matches(*error, DD_ERROR, DD_ERROR_INVALID_DATA))
		g_prefix_error(error, UNSAFE_VI);
}

static void
set_signal(GError **error, int number)
{
	if (number == SIGSYS) {
		set_unsafe(error, "khi được đọc, nó đòi làm việc bị cấm nên đã bị chặn",
			"while it was read it asked for what the sandbox forbids, and was stopped");
		return;
	}
	if (number == SIGXCPU) {
		set_too_large(error, "đọc tệp tốn quá nhiều thời gian xử lý",
			"reading it takes too much processor time");
		return;
	}
	g_autofree char *vi = g_strdup_printf("chương trình đọc dừng đột ngột, tín hiệu %d", number);
	g_autofree char *en = g_strdup_printf("its reader died of signal %d", number);
	set_unsafe(error, vi, en);
}

static void
set_status(GError **error, int status)
{
	if (status == DD_WORKER_REFUSED) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
			"máy này không tạo được vùng cách ly để đọc tệp cho an toàn; cần nhân "
			"Linux 5.13 trở lên "
			"có seccomp và Landlock (no sandbox for reading files on this machine: "
			"Linux 5.13 or "
			"later with seccomp and Landlock is needed)");
		return;
	}
	if (status == DD_WORKER_FAILED) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_INTERNAL,
			"chương trình đọc tệp dondoc-worker bị lỗi; hãy cài lại dondoc "
			"(dondoc-worker does not work; "
			"install dondoc again)");
		return;
	}
	if (status == DD_WORKER_USAGE) {
		g_set_error_literal(error, DD_ERROR,
			DD_ERROR_IO, "không phải là một tệp thường đọc được (not a regular file that can be read)");
		return;
	}
	if (status == DD_WORKER_MEMORY) {
		set_too_large(
			error, "đọc tệp tốn quá nhiều bộ nhớ", "reading it takes too much memory");
		return;
	}
	g_autofree char *vi = g_strdup_printf("chương trình đọc dừng với mã %d", status);
	g_autofree char *en = g_strdup_printf("its reader ended with status %d", status);
	set_unsafe(error, vi, en);
}

/* The deadline passed. @done: all was said */
static void
set_late(GError **error, bool done)
{
	if (done)
		set_unsafe(error, "chương trình đọc không chịu dừng khi đã xong",
			"its reader did not end when it was done");
	else
		set_too_large(error, "đọc tệp quá lâu", "reading it takes too long");
}

/* One run of a worker */
typedef struct {
	const DdWorkerTask *task;
	const DdWorkerLimits *limits;
	DdWireDecoder *decoder;
	gint64 started, deadline; /* of g_get_monotonic_time */
	uint32_t done;            /* pages that it has told of */
} Run;

/* @seconds from now, but no later than in all */
static gint64
give_time(const Run *run, unsigned seconds)
{
	return MIN(g_get_monotonic_time() + (gint64)seconds * G_USEC_PER_SEC,
		run->started + (gint64)run->limits->total_seconds * G_USEC_PER_SEC);
}

/* A page more gives it time anew */
static void
see_progress(Run *run)
{
	uint32_t done, of;
	dd_wire_decoder_get_progress(run->decoder, &done, &of);
	if (done == run->done)
		return;
	run->done = done;
	run->deadline = give_time(run, run->limits->seconds);
	if (run->task->progress != NULL)
		run->task->progress(done, of, run->task->user_data);
}

/* Takes all that the child says. Returns: FALSE when it is too late, too much or wrong */
static bool
take_output(Run *run, const DdChild *child, GError **error)
{
	g_autofree char *chunk = g_malloc(CHUNK_BYTES);
	size_t total = 0;
	for (;;) {
		bool was_done = dd_wire_decoder_is_done(run->decoder);
		size_t n = 0;
		switch (dd_child_read(child, chunk, CHUNK_BYTES, run->deadline, &n, error)) {
		case DD_CHILD_SAID:
			break;
		case DD_CHILD_SAID_ALL:
			return true;
		case DD_CHILD_LATE:
			set_late(error, was_done);
			return false;
		case DD_CHILD_FAILED:
		case DD_CHILD_LAST:
		default:
			return false;
		}
		total += n;
		if (total > run->limits->bytes) {
			set_too_large(error, "tệp có quá nhiều nội dung", "there is too much in it");
			return false;
		}
		if (!dd_wire_decoder_feed(run->decoder, chunk, n, error)) {
			prefix_unsafe(error);
			return false;
		}
		see_progress(run);
		if (!was_done && dd_wire_decoder_is_done(run->decoder))
			run->deadline = MIN(run->deadline, give_time(run, run->limits->end_seconds));
	}
}

/* How the child ended decides whether what it said counts. Returns: (transfer full) or NULL */
static DdDocument *
finish(DdWireDecoder *decoder, DdEnd end, GError **error)
{
	if (end.kind == DD_END_SIGNAL) {
		set_signal(error, end.value);
		return NULL;
	}
	if (end.kind == DD_END_UNKNOWN) {
		dd_child_set_unknown(error);
		return NULL;
	}
	if (end.value != DD_WORKER_DONE) {
		set_status(error, end.value);
		return NULL;
	}
	bool done = dd_wire_decoder_is_done(decoder);
	DdDocument *document = dd_wire_decoder_finish(decoder, error);
	if (document == NULL && !done)
		prefix_unsafe(error);
	return document;
}

/* Puts the password into a pipe, which has room for it. Returns: FALSE with @error; @end_out: its end to read from, -1 without one */
static bool
open_password(const char *password, int *end_out, GError **error)
{
	int ends[2];
	size_t len = password != NULL ? strlen(password) : 0;
	*end_out = -1;
	if (len == 0)
		return true;
	bool opened = pipe2(ends, O_CLOEXEC) == 0;
	bool written = opened && write(ends[1], password, len) == (ssize_t)len;
	if (opened)
		close(ends[1]);
	if (written) {
		*end_out = ends[0];
		return true;
	}
	g_set_error(error, DD_ERROR, DD_ERROR_IO, "không chuyển được mật khẩu (no pipe: %s)",
		g_strerror(errno));
	if (opened)
		close(ends[0]);
	return false;
}

/* Starts the worker for what is asked */
static bool
start_worker(const char *program, const DdWorkerTask *task, int fd, DdChild *child_out, GError **error)
{
	const char *arguments[5] = {program};
	size_t n = 1;
	int secret = -1;
	if (!open_password(task->password, &secret, error))
		return false;
	if (task->recognise)
		arguments[n++] = RECOGNISE;
	if (task->unpack)
		arguments[n++] = UNPACK;
	if (secret >= 0)
		arguments[n++] = PASSWORD;
	const DdChildStart start = {arguments, fd, secret};
	bool started = dd_child_start(&start, child_out, error);
	if (secret >= 0)
		close(secret);
	return started;
}

DdDocument *
dd_worker_run_within(int fd, const DdWorkerTask *task, const DdWorkerLimits *limits, GError **error)
{
	g_return_val_if_fail(fd >= 0 && task != NULL && limits != NULL, NULL);
	g_autofree char *found = task->worker != NULL ? g_strdup(task->worker)
						      : dd_child_find(WORKER_NAME);
	if (found == NULL) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_IO,
			"không tìm thấy chương trình đọc tệp dondoc-worker; hãy cài lại dondoc "
			"(dondoc-worker was not found; install dondoc again)");
		return NULL;
	}
	g_auto(DdChild) child = {.pidfd = -1, .out = -1, .stop = task->stop};
	g_autoptr(DdWireDecoder) decoder = dd_wire_decoder_new();
	Run run = {
		.task = task, .limits = limits, .decoder = decoder, .started = g_get_monotonic_time()};
	run.deadline = give_time(&run, limits->seconds);
	if (!start_worker(found, task, fd, &child, error) || !take_output(&run, &child, error))
		return NULL;
	/* nothing more can come, whatever of the deadline is left */
	run.deadline = MIN(run.deadline,
		g_get_monotonic_time() + (gint64)limits->end_seconds * G_USEC_PER_SEC);
	DdEnd end;
	if (!dd_child_wait_end(&child, run.deadline, &end)) {
		set_late(error, true);
		return NULL;
	}
	return finish(decoder, end, error);
}

DdDocument *
dd_worker_run(int fd, const DdWorkerTask *task, GError **error)
{
	const DdWorkerLimits limits = {
		.seconds = DD_MAX_WORKER_SECONDS,
		.total_seconds = DD_MAX_WORKER_TOTAL_SECONDS,
		.end_seconds = DD_MAX_WORKER_END_SECONDS,
		.bytes = DD_MAX_WORKER_BYTES,
	};
	return dd_worker_run_within(fd, task, &limits, error);
}
