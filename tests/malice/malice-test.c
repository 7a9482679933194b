/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever a worker does, the caller says the right thing in time, has lost nothing, and reads the next file.
 * usage: malice-test PATH-OF-MALICE-WORKER
 */
#include "error.h"
#include "input-test-support.h"
#include "maxima.h"
#include "run-worker.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#define SLACK_SECONDS 20 /* of a loaded machine */
#define THREADS 8
#define RUNS 10 /* of each thread */

#define FORBIDDEN "đòi làm việc bị cấm"
#define SUDDEN "dừng đột ngột"
#define UNSAFE "tệp hỏng hoặc không an toàn: "

typedef struct {
	const char *input; /* what the worker does */
	int code;          /* DdError */
	const char *words; /* in the message */
} Case;

#define LATE "quá lâu"
#define NO_END "không chịu dừng"

/* What is not about time gets plenty of it: the machine may be busy */
static const DdWorkerLimits plenty = {
	.seconds = 60, .total_seconds = 60, .end_seconds = 30, .bytes = 1 << 20};
static const DdWorkerLimits hasty = {
	.seconds = 1, .total_seconds = 60, .end_seconds = 1, .bytes = 1 << 20};
static const DdWorkerLimits hasty_end = {
	.seconds = 60, .total_seconds = 60, .end_seconds = 1, .bytes = 1 << 20};

static const Case cases[] = {
	/* stopped by the filter */
	{"inside call-as-other-machine", DD_ERROR_INVALID_DATA, FORBIDDEN},
	{"inside call-by-ring", DD_ERROR_INVALID_DATA, FORBIDDEN},
	{"inside connect-inet", DD_ERROR_INVALID_DATA, FORBIDDEN},
	{"inside connect-unix", DD_ERROR_INVALID_DATA, FORBIDDEN},
	{"inside end-parent", DD_ERROR_INVALID_DATA, FORBIDDEN},
	{"inside execute", DD_ERROR_INVALID_DATA, FORBIDDEN},
	{"inside look-at-file", DD_ERROR_INVALID_DATA, FORBIDDEN},
	{"inside make-code", DD_ERROR_INVALID_DATA, FORBIDDEN},
	{"inside make-file", DD_ERROR_INVALID_DATA, FORBIDDEN},
	{"inside make-memory-file", DD_ERROR_INVALID_DATA, FORBIDDEN},
	{"inside make-process", DD_ERROR_INVALID_DATA, FORBIDDEN},
	{"inside make-thread", DD_ERROR_INVALID_DATA, FORBIDDEN},
	{"inside map-file", DD_ERROR_INVALID_DATA, FORBIDDEN},
	{"inside open-file", DD_ERROR_INVALID_DATA, FORBIDDEN},
	{"inside raise-limit", DD_ERROR_INVALID_DATA, FORBIDDEN},
	{"inside read-memory-of-others", DD_ERROR_INVALID_DATA, FORBIDDEN},
	{"inside remove-file", DD_ERROR_INVALID_DATA, FORBIDDEN},
	{"inside send-good-and-leave-child", DD_ERROR_INVALID_DATA, FORBIDDEN},
	{"inside signal-others", DD_ERROR_INVALID_DATA, FORBIDDEN},
	{"inside stop-itself", DD_ERROR_INVALID_DATA, FORBIDDEN},
	{"inside trace-parent", DD_ERROR_INVALID_DATA, FORBIDDEN},
	{"inside turn-into-code", DD_ERROR_INVALID_DATA, FORBIDDEN},
	{"inside write-elsewhere", DD_ERROR_INVALID_DATA, FORBIDDEN},
	/* stopped by a limit, or by itself */
	{"inside burn", DD_ERROR_TOO_LARGE, "thời gian xử lý"},
	{"inside fill-memory", DD_ERROR_TOO_LARGE, "bộ nhớ"},
	{"inside break-heap", DD_ERROR_INVALID_DATA, "tín hiệu 6;"},
	{"inside overflow-stack", DD_ERROR_INVALID_DATA, "tín hiệu 11;"},
	{"inside signal-6", DD_ERROR_INVALID_DATA, "tín hiệu 6;"},
	{"inside stall", DD_ERROR_TOO_LARGE, LATE},
	/* what needs no sandbox to be wrong */
	{"outside stall", DD_ERROR_TOO_LARGE, LATE},
	{"outside say-nothing", DD_ERROR_INVALID_DATA, UNSAFE},
	{"outside close-pipe-and-stall", DD_ERROR_INVALID_DATA, NO_END},
	{"outside say-nonsense", DD_ERROR_INVALID_DATA, UNSAFE},
	{"outside say-nonsense-and-stall", DD_ERROR_INVALID_DATA, UNSAFE},
	{"outside say-half", DD_ERROR_INVALID_DATA, UNSAFE},
	{"outside say-half-and-stall", DD_ERROR_TOO_LARGE, LATE},
	{"outside say-half-and-die", DD_ERROR_INVALID_DATA, "tín hiệu 6;"},
	{"outside send-endlessly", DD_ERROR_TOO_LARGE, "quá nhiều nội dung"},
	{"outside send-error", DD_ERROR_EMPTY, "tệp rỗng (an empty file)"},
	{"outside send-good-and-stall", DD_ERROR_INVALID_DATA, NO_END},
	{"outside send-good-and-close-and-stall", DD_ERROR_INVALID_DATA, NO_END},
	{"outside send-good-and-leave-child", DD_ERROR_INVALID_DATA, NO_END},
	{"outside send-good-and-die", DD_ERROR_INVALID_DATA, "tín hiệu 6;"},
	{"outside send-good-and-fail", DD_ERROR_INTERNAL, "cài lại"},
	{"outside send-good-twice", DD_ERROR_INVALID_DATA, UNSAFE},
	{"outside exit-2", DD_ERROR_IO, "tệp thường"},
	{"outside exit-3", DD_ERROR_UNSUPPORTED, "vùng cách ly"},
	{"outside exit-4", DD_ERROR_TOO_LARGE, "bộ nhớ"},
	{"outside exit-5", DD_ERROR_INVALID_DATA, "mã 5;"},
	{"outside exit-255", DD_ERROR_INVALID_DATA, "mã 255;"},
	{"outside signal-1", DD_ERROR_INVALID_DATA, SUDDEN},
	{"outside signal-4", DD_ERROR_INVALID_DATA, SUDDEN},
	{"outside signal-7", DD_ERROR_INVALID_DATA, SUDDEN},
	{"outside signal-8", DD_ERROR_INVALID_DATA, SUDDEN},
	{"outside signal-9", DD_ERROR_INVALID_DATA, SUDDEN},
	{"outside signal-11", DD_ERROR_INVALID_DATA, SUDDEN},
	{"outside signal-13", DD_ERROR_INVALID_DATA, SUDDEN},
	{"outside signal-15", DD_ERROR_INVALID_DATA, SUDDEN},
	{"outside signal-19", DD_ERROR_TOO_LARGE, LATE}, /* stopped, not dead */
	{"outside signal-24", DD_ERROR_TOO_LARGE, "thời gian xử lý"},
	{"outside signal-31", DD_ERROR_INVALID_DATA, FORBIDDEN},
	{"outside signal-64", DD_ERROR_INVALID_DATA, SUDDEN},
};

static const char *worker; /* set once in main */

/* Returns: a file that says @text: what the worker is to do */
static int
open_order(const char *text)
{
	return open_input(text, strlen(text));
}

static unsigned
count_descriptors(void)
{
	unsigned n = 0;
	g_autoptr(GDir) folder = g_dir_open("/proc/self/fd", 0, NULL);
	g_assert_nonnull(folder);
	while (g_dir_read_name(folder) != NULL)
		n++;
	return n;
}

static void
assert_no_children(void)
{
	g_assert_cmpint(waitpid(-1, NULL, WNOHANG), ==, -1);
	g_assert_cmpint(errno, ==, ECHILD);
}

static DdDocument *
run(const char *input, const DdWorkerLimits *limits, GError **error)
{
	g_auto(File) fd = open_order(input);
	return dd_worker_run_within(fd, &(DdWorkerTask){.worker = worker}, limits, error);
}

static void
assert_good(const char *input)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = run(input, &plenty, &error);
	g_assert_no_error(error);
	g_assert_nonnull(document);
	const DdBlocks *blocks = dd_document_get_blocks(document, DD_PART_BODY);
	g_assert_cmpuint(blocks->n, ==, 1);
	g_assert_cmpstr(blocks->items[0].paragraph.text, ==, "Nhiệm vụ");
}

static void
test_case(gconstpointer data)
{
	const Case *row = data;
	const DdWorkerLimits *limits = strcmp(row->words, LATE) == 0     ? &hasty
				       : strcmp(row->words, NO_END) == 0 ? &hasty_end
									 : &plenty;
	unsigned before = count_descriptors();
	gint64 start = g_get_monotonic_time();
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = run(row->input, limits, &error);
	g_assert_null(document);
	g_assert_cmpstr(error != NULL ? g_quark_to_string(error->domain) : "", ==,
		g_quark_to_string(DD_ERROR));
	g_test_message("%s", error->message);
	g_assert_nonnull(strstr(error->message, row->words));
	g_assert_cmpint(error->code, ==, row->code);
	g_assert_cmpint(g_get_monotonic_time() - start, <, (gint64)SLACK_SECONDS * G_USEC_PER_SEC);
	g_assert_cmpuint(count_descriptors(), ==, before);
	assert_no_children();
	assert_good("outside send-good");
	/* who does not want to know why still gets no document */
	if (row->code == DD_ERROR_UNSUPPORTED)
		g_assert_null(run(row->input, limits, NULL));
}

/* What must still be possible */
static void
test_good(gconstpointer input)
{
	assert_good(input);
	assert_no_children();
}

static void
test_nothing_is_inherited(void)
{
#ifdef DD_SANITIZED
	g_test_skip("workers of a build with sanitizers inherit the environment and stderr");
#else
	sigset_t held, before;
	sigemptyset(&held);
	sigaddset(&held, SIGUSR1);
	sigprocmask(SIG_BLOCK, &held, &before);
	signal(SIGPIPE, SIG_IGN);
	/* not close-on-exec, as of a careless library */
	g_auto(File) left_open = dup(STDERR_FILENO);
	g_assert_cmpint(left_open, >, STDERR_FILENO);
	assert_good("outside look-around");
	signal(SIGPIPE, SIG_DFL);
	sigprocmask(SIG_SETMASK, &before, NULL);
#endif
}

/* Frames that are all right, without an end: what the caller keeps of them is bounded */
static void
test_memory_of_caller(void)
{
	const DdWorkerLimits much = {
		.seconds = 60, .total_seconds = 60, .end_seconds = 1, .bytes = DD_MAX_WORKER_BYTES};
	g_auto(File) fd = open_order("outside send-endlessly");
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = dd_worker_run_within(
		fd, &(DdWorkerTask){.worker = worker}, &much, &error);
	g_assert_null(document);
	g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
	assert_no_children();
#ifndef DD_SANITIZED
	struct rusage usage;
	g_assert_cmpint(getrusage(RUSAGE_SELF, &usage), ==, 0);
	g_test_message("peak memory of the caller: %ld KiB", usage.ru_maxrss);
	g_assert_cmpint(usage.ru_maxrss, <, 512L << 10);
#endif
}

static void
do_nothing(G_GNUC_UNUSED int number)
{
}

/* A signal every few milliseconds, and no call starts again by itself */
static void
test_signals_to_caller(void)
{
	const struct sigaction act = {.sa_handler = do_nothing};
	const struct itimerval often = {{0, 2000}, {0, 2000}}, never = {{0, 0}, {0, 0}};
	unsigned before = count_descriptors();
	g_assert_cmpint(sigaction(SIGALRM, &act, NULL), ==, 0);
	g_assert_cmpint(setitimer(ITIMER_REAL, &often, NULL), ==, 0);
	for (int i = 0; i < RUNS; i++)
		assert_good("outside send-good");
	g_autoptr(GError) error = NULL;
	gint64 start = g_get_monotonic_time();
	g_autoptr(DdDocument) document = run("outside stall", &hasty, &error);
	gint64 took = g_get_monotonic_time() - start;
	g_assert_cmpint(setitimer(ITIMER_REAL, &never, NULL), ==, 0);
	g_assert_null(document);
	g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
	g_assert_cmpint(took, >=, (gint64)hasty.seconds * G_USEC_PER_SEC);
	g_assert_cmpint(took, <, (gint64)(hasty.seconds + SLACK_SECONDS) * G_USEC_PER_SEC);
	g_assert_cmpuint(count_descriptors(), ==, before);
	assert_no_children();
}

static gpointer
set_later(gpointer data)
{
	bool *stop = data;
	g_usleep(G_USEC_PER_SEC / 10);
	__atomic_store_n(stop, true, __ATOMIC_RELAXED);
	return NULL;
}

/* A worker that nobody waits for any more is killed long before its time is over */
static void
test_stopped(void)
{
	bool stop = false;
	unsigned before = count_descriptors();
	g_auto(File) fd = open_order("outside stall");
	g_autoptr(GError) error = NULL;
	GThread *other = g_thread_new("stop", set_later, &stop);
	gint64 start = g_get_monotonic_time();
	g_autoptr(DdDocument) document = dd_worker_run_within(
		fd, &(DdWorkerTask){.worker = worker, .stop = &stop}, &plenty, &error);
	gint64 took = g_get_monotonic_time() - start;
	g_thread_join(other);
	g_assert_null(document);
	g_assert_error(error, DD_ERROR, DD_ERROR_UNAVAILABLE);
	g_assert_cmpint(took, <, (gint64)plenty.seconds * G_USEC_PER_SEC);
	g_assert_cmpuint(count_descriptors(), ==, before + 1);
	assert_no_children();
}

/* Whoever lets the system reap its children does not learn how one ended: then its document does not count */
static void
test_children_ignored(void)
{
	unsigned before = count_descriptors();
	signal(SIGCHLD, SIG_IGN);
	/* often: a quick one is gone before it has a pidfd, a slow one after */
	for (int i = 0; i < RUNS; i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(DdDocument) document = run("outside send-good", &plenty, &error);
		g_assert_null(document);
		g_assert_error(error, DD_ERROR, DD_ERROR_INTERNAL);
	}
	signal(SIGCHLD, SIG_DFL);
	g_assert_cmpuint(count_descriptors(), ==, before);
	assert_good("outside send-good");
}

static gpointer
run_many(gpointer data)
{
	for (unsigned i = 0; i < RUNS; i++) {
		const char *input = (GPOINTER_TO_UINT(data) + i) % 2 == 0 ? "outside send-good"
									  : "outside signal-11";
		g_autoptr(GError) error = NULL;
		g_autoptr(DdDocument) document = run(input, &plenty, &error);
		bool good = strstr(input, "good") != NULL;
		g_assert_true(good == (document != NULL));
		g_assert_true(good == (error == NULL));
	}
	return NULL;
}

static void
test_threads(void)
{
	unsigned before = count_descriptors();
	GThread *threads[THREADS];
	for (unsigned i = 0; i < THREADS; i++)
		threads[i] = g_thread_new("caller", run_many, GUINT_TO_POINTER(i));
	for (unsigned i = 0; i < THREADS; i++)
		g_thread_join(threads[i]);
	g_assert_cmpuint(count_descriptors(), ==, before);
	assert_no_children();
}

/* A caller without 0, 1 and 2: the pipe must not take their place */
static void
test_low_descriptors(void)
{
	int saved[3];
	g_auto(File) input = open_order("outside send-good");
	g_autoptr(GError) error = NULL;
	for (int fd = 0; fd < 3; fd++) {
		saved[fd] = fcntl(fd, F_DUPFD_CLOEXEC, 10);
		close(fd);
	}
	g_autoptr(DdDocument) document = dd_worker_run_within(
		input, &(DdWorkerTask){.worker = worker}, &plenty, &error);
	/* and the input itself may be one of them */
	int one = dup2(input, STDOUT_FILENO);
	g_autoptr(GError) later = NULL;
	g_autoptr(DdDocument) again = dd_worker_run_within(
		one, &(DdWorkerTask){.worker = worker}, &plenty, &later);
	for (int fd = 0; fd < 3; fd++)
		if (saved[fd] >= 0) {
			dup2(saved[fd], fd);
			close(saved[fd]);
		}
	g_assert_no_error(error);
	g_assert_nonnull(document);
	g_assert_no_error(later);
	g_assert_nonnull(again);
}

static void
test_no_worker(void)
{
	unsigned before = count_descriptors();
	g_auto(File) fd = open_order("outside send-good");
	const char *wrong[] = {"/nonexistent/dondoc-worker", "/etc/passwd", "/"};
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(DdDocument)
			document = dd_worker_run(fd, &(DdWorkerTask){.worker = wrong[i]}, &error);
		g_assert_null(document);
		g_assert_error(error, DD_ERROR, DD_ERROR_IO);
	}
	/* beside this test lies none */
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = dd_worker_run(fd, &(DdWorkerTask){0}, &error);
	g_assert_null(document);
	g_assert_error(error, DD_ERROR, DD_ERROR_IO);
	g_assert_cmpuint(count_descriptors(), ==, before + 1);
	assert_no_children();
}

static void
add_case(const Case *row)
{
#ifdef DD_NO_SANDBOX
	if (g_str_has_prefix(row->input, "inside"))
		return;
#endif
	g_autofree char *path = g_strdup_printf("/malice/%s", row->input);
	g_test_add_data_func(g_strdelimit(path, " ", '/'), row, test_case);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	if (argc != 2)
		return 2;
	worker = argv[1];
	g_test_add_data_func("/malice/outside/send-good", "outside send-good", test_good);
	g_test_add_data_func("/malice/outside/write-to-input", "outside write-to-input", test_good);
#ifndef DD_NO_SANDBOX
	g_test_add_data_func("/malice/inside/send-good", "inside send-good", test_good);
#endif
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		add_case(&cases[i]);
	g_test_add_func("/malice/caller/nothing-is-inherited", test_nothing_is_inherited);
	g_test_add_func("/malice/caller/memory", test_memory_of_caller);
	g_test_add_func("/malice/caller/signals", test_signals_to_caller);
	g_test_add_func("/malice/caller/children-ignored", test_children_ignored);
	g_test_add_func("/malice/caller/stopped", test_stopped);
	g_test_add_func("/malice/caller/threads", test_threads);
	g_test_add_func("/malice/caller/low-descriptors", test_low_descriptors);
	g_test_add_func("/malice/caller/no-worker", test_no_worker);
	return g_test_run();
}
