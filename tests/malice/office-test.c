/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * office-test.c: whatever an office program does, it does in its box, its caller says the right thing in time, and neither a process nor
 * a file of it is left.
 * usage: office-test PATH-OF-DONDOC-OFFICE PATH-OF-FAKE-OFFICE
 */
#include "convert-office.h"
#include "error.h"
#include "forbid-test-support.h"
#include "input-test-support.h"
#include "maxima.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <seccomp.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#define WAIT_SECONDS 30 /* of a loaded machine, for what should come at once */
#define KEPT "PK\x03\x04kept"

/* set once in main */
static const char *converter, *fake;

static const DdOfficeSpan plenty = {.seconds = 60, .end_seconds = 30, .bytes = 1 << 20};
static const DdOfficeSpan hasty = {.seconds = 1, .end_seconds = 30, .bytes = 1 << 20};

/* A place of its own for each test: where the folder is made, and a file beside it that must stay as it is */
typedef struct {
	char *top, *folder, *secret;
} Place;

#define SECRET "mật"

static void
set_up(Place *place, G_GNUC_UNUSED gconstpointer data)
{
	g_autoptr(GError) error = NULL;
	place->top = g_dir_make_tmp("office-test-XXXXXX", &error);
	g_assert_no_error(error);
	place->folder = g_build_filename(place->top, "work", NULL);
	place->secret = g_build_filename(place->top, "secret", NULL);
	g_assert_cmpint(g_mkdir(place->folder, 0700), ==, 0);
	g_assert_true(g_file_set_contents(place->secret, SECRET, -1, &error));
}

static unsigned
count_entries(const char *path)
{
	unsigned n = 0;
	g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
	g_assert_nonnull(folder);
	while (g_dir_read_name(folder) != NULL)
		n++;
	return n;
}

/* Calls @look for each process that was started with @word among its arguments. Returns: how many there are */
static unsigned
find_processes(const char *word, const char *name, void (*look)(pid_t pid))
{
	unsigned n = 0;
	g_autoptr(GDir) folder = g_dir_open("/proc", 0, NULL);
	for (const char *one = g_dir_read_name(folder); one != NULL; one = g_dir_read_name(folder)) {
		guint64 pid = 0;
		gsize len = 0;
		g_autofree char *path = g_build_filename("/proc", one, "cmdline", NULL);
		g_autofree char *line = NULL;
		if (!g_ascii_string_to_unsigned(one, 10, 1, G_MAXINT, &pid, NULL) ||
			(pid_t)pid == getpid() || !g_file_get_contents(path, &line, &len, NULL) ||
			len == 0 || memmem(line, len, word, strlen(word)) == NULL ||
			!g_str_has_suffix(line, name))
			continue;
		n++;
		if (look != NULL)
			look((pid_t)pid);
	}
	return n;
}

/* What is left, and what was to stay */
static void
tear_down(Place *place, G_GNUC_UNUSED gconstpointer data)
{
	g_autofree char *secret = NULL;
	g_assert_cmpint(waitpid(-1, NULL, WNOHANG), ==, -1);
	g_assert_cmpint(errno, ==, ECHILD);
	g_assert_cmpuint(find_processes(place->top, "", NULL), ==, 0);
	g_assert_cmpuint(count_entries(place->folder), ==, 0);
	g_assert_cmpuint(count_entries(place->top), ==, 2);
	g_assert_true(g_file_get_contents(place->secret, &secret, NULL, NULL));
	g_assert_cmpstr(secret, ==, SECRET);
	g_assert_cmpint(g_unlink(place->secret), ==, 0);
	g_assert_cmpint(g_rmdir(place->folder), ==, 0);
	g_assert_cmpint(g_rmdir(place->top), ==, 0);
	g_free(place->top);
	g_free(place->folder);
	g_free(place->secret);
}

static GByteArray *
run(const Place *place, const char *order, const DdOfficeSpan *span, GError **error)
{
	g_autofree char *line = g_str_has_suffix(order, "-other")
					? g_strdup_printf("%s %s", order, place->secret)
					: g_strdup(order);
	const DdOfficeTask task = {.converter = converter, .program = fake, .folder = place->folder};
	g_auto(File) fd = open_input(line, strlen(line));
	return dd_office_convert_within(fd, DD_OFFICE_TEXT, &task, span, error);
}

static void
assert_kept(const Place *place, const char *order)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GByteArray) made = run(place, order, &plenty, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(made->len, ==, strlen(KEPT));
	g_assert_true(memcmp(made->data, KEPT, made->len) == 0);
}

static void
test_kept(Place *place, gconstpointer order)
{
	assert_kept(place, order);
}

typedef struct {
	const char *order;
	int code;
	const char *words; /* in the message */
} Case;

#define LATE "quá lâu"

static const char *const tries[] = {"allowed", "change-itself", "execute", "hide-folders",
	"link-other", "list-other", "look-into-others", "make-other", "make-processes",
	"make-sockets", "nothing-bad", "read-other", "remove-other", "signal-others", "take-memory",
	"want-second-start", "write-other"};

static const Case cases[] = {
	{"stall", DD_ERROR_TOO_LARGE, LATE},
	{"burn", DD_ERROR_TOO_LARGE, "thời gian xử lý"},
	{"die", DD_ERROR_INVALID_DATA, "dừng đột ngột"},
	{"fail-with-result", DD_ERROR_INVALID_DATA, "mật khẩu"},
	{"fill-removed-files", DD_ERROR_TOO_LARGE, "quá nhiều"},
	{"leave-nothing", DD_ERROR_INVALID_DATA, "mật khẩu"},
	{"make-deep-folders", DD_ERROR_TOO_LARGE, "quá nhiều"},
	{"make-empty", DD_ERROR_INVALID_DATA, "mật khẩu"},
	{"make-folder", DD_ERROR_INVALID_DATA, "mật khẩu"},
	{"make-many-files", DD_ERROR_TOO_LARGE, "quá nhiều"},
	{"make-other-kind", DD_ERROR_INVALID_DATA, "mật khẩu"},
	{"want-more-starts", DD_ERROR_INVALID_DATA, "mật khẩu"},
	{"write-behind-limit", DD_ERROR_TOO_LARGE, "quá nhiều"},
	{"no-such-act", DD_ERROR_INVALID_DATA, "mật khẩu"},
};

static void
test_case(Place *place, gconstpointer data)
{
	const Case *row = data;
	unsigned before = count_entries("/proc/self/fd");
	g_autoptr(GError) error = NULL;
	const DdOfficeSpan *span = strcmp(row->words, LATE) == 0 ? &hasty : &plenty;
	g_autoptr(GByteArray) made = run(place, row->order, span, &error);
	g_assert_null(made);
	g_assert_error(error, DD_ERROR, row->code);
	g_test_message("%s", error->message);
	g_assert_nonnull(strstr(error->message, row->words));
	g_assert_cmpuint(count_entries("/proc/self/fd"), ==, before);
	assert_kept(place, "nothing-bad");
}

/* A socket of a file system, by which a session bus or an X server would be reached */
static void
test_socket(Place *place, G_GNUC_UNUSED gconstpointer data)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	g_assert_cmpint(g_unlink(place->secret), ==, 0);
	g_strlcpy(address.sun_path, place->secret, sizeof(address.sun_path));
	g_auto(File) fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	g_assert_cmpint(bind(fd, (const struct sockaddr *)&address, sizeof(address)), ==, 0);
	g_assert_cmpint(listen(fd, 1), ==, 0);
	assert_kept(place, "connect-other");
	g_assert_cmpint(g_unlink(place->secret), ==, 0);
	g_assert_true(g_file_set_contents(place->secret, SECRET, -1, NULL));
}

static void
test_too_long_a_result(Place *place, G_GNUC_UNUSED gconstpointer data)
{
	const DdOfficeSpan little = {.seconds = 60, .end_seconds = 30, .bytes = strlen(KEPT) - 1};
	g_autoptr(GError) error = NULL;
	g_autoptr(GByteArray) made = run(place, "nothing-bad", &little, &error);
	g_assert_null(made);
	g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
}

static void
kill_process(pid_t pid)
{
	g_assert_cmpint(kill(pid, SIGKILL), ==, 0);
}

/* Waits for what should come at once. @path: until it is empty, or, with @n, holds so many */
static void
wait_for_entries(const char *path, unsigned n)
{
	for (gint64 end = g_get_monotonic_time() + (gint64)WAIT_SECONDS * G_USEC_PER_SEC;
		count_entries(path) != n;) {
		g_assert_cmpint(g_get_monotonic_time(), <, end);
		g_usleep(10000);
	}
}

static void
wait_for_processes(const Place *place, const char *name, unsigned n)
{
	for (gint64 end = g_get_monotonic_time() + (gint64)WAIT_SECONDS * G_USEC_PER_SEC;
		find_processes(place->top, name, NULL) != n;) {
		g_assert_cmpint(g_get_monotonic_time(), <, end);
		g_usleep(10000);
	}
}

/* Starts a caller that will wait long, and waits until the office program runs. Returns: the caller */
static pid_t
start_caller(const Place *place)
{
	const DdOfficeSpan ever = {.seconds = 1000, .end_seconds = 30, .bytes = 1 << 20};
	pid_t pid = fork();
	g_assert_cmpint(pid, >=, 0);
	if (pid == 0) {
		g_autoptr(GError) error = NULL;
		G_GNUC_UNUSED g_autoptr(GByteArray) made = run(place, "stall", &ever, &error);
		_exit(error != NULL ? error->code : 100);
	}
	wait_for_processes(place, "fake-office", 1);
	return pid;
}

static int
wait_caller(pid_t pid)
{
	int status = 0;
	g_assert_cmpint(waitpid(pid, &status, 0), ==, pid);
	return status;
}

/* kill -9 of the caller: its pipe closes, the rest is cleaned up by who is left */
static void
test_caller_killed(Place *place, G_GNUC_UNUSED gconstpointer data)
{
	pid_t caller = start_caller(place);
	kill_process(caller);
	g_assert_true(WIFSIGNALED(wait_caller(caller)));
	wait_for_entries(place->folder, 0);
	wait_for_processes(place, "", 0);
}

/* A signal that wants an end: the folder goes too, and the caller says so */
static void
end_process(pid_t pid)
{
	g_assert_cmpint(kill(pid, SIGTERM), ==, 0);
}

static void
test_converter_ended(Place *place, G_GNUC_UNUSED gconstpointer data)
{
	pid_t caller = start_caller(place);
	g_assert_cmpuint(find_processes(place->top, "dondoc-office", end_process), ==, 1);
	int status = wait_caller(caller);
	g_assert_true(WIFEXITED(status));
	g_assert_cmpint(WEXITSTATUS(status), ==, DD_ERROR_INTERNAL);
}

/* kill -9 of what keeps the box: the kernel ends the office program, the caller has what it wrote removed */
static void
test_converter_killed(Place *place, G_GNUC_UNUSED gconstpointer data)
{
	pid_t caller = start_caller(place);
	g_assert_cmpuint(find_processes(place->top, "dondoc-office", kill_process), ==, 1);
	int status = wait_caller(caller);
	g_assert_true(WIFEXITED(status));
	g_assert_cmpint(WEXITSTATUS(status), ==, DD_ERROR_INTERNAL);
	wait_for_processes(place, "", 0);
	g_assert_cmpuint(count_entries(place->folder), ==, 0);
}

/* kill -9 of both: nobody is left, and the next to convert a file removes it, but neither what is in use nor what others made */
static void
test_both_killed(Place *place, G_GNUC_UNUSED gconstpointer data)
{
	g_autofree char *file = g_build_filename(place->folder, "dondoc-office-myfile", NULL);
	g_autofree char *link = g_build_filename(place->folder, "dondoc-office-mylink", NULL);
	g_autofree char *other = g_build_filename(place->folder, "dondoc-office-of-mine", NULL);
	g_assert_true(g_file_set_contents(file, "", -1, NULL));
	g_assert_cmpint(symlink(place->top, link), ==, 0);
	g_assert_cmpint(g_mkdir(other, 0700), ==, 0);
	pid_t caller = start_caller(place);
	g_assert_cmpint(kill(caller, SIGSTOP), ==, 0);
	g_assert_cmpuint(find_processes(place->top, "dondoc-office", kill_process), ==, 1);
	kill_process(caller);
	g_assert_true(WIFSIGNALED(wait_caller(caller)));
	wait_for_processes(place, "", 0);
	g_assert_cmpuint(count_entries(place->folder), ==, 4);
	pid_t second = start_caller(place);
	wait_for_entries(place->folder, 4); /* that of the first is gone, that of the second is there */
	assert_kept(place, "nothing-bad");
	g_assert_cmpuint(count_entries(place->folder), ==, 4);
	kill_process(second);
	g_assert_true(WIFSIGNALED(wait_caller(second)));
	wait_for_entries(place->folder, 3);
	wait_for_processes(place, "", 0);
	g_assert_cmpint(g_unlink(file), ==, 0);
	g_assert_cmpint(g_unlink(link), ==, 0);
	g_assert_cmpint(g_rmdir(other), ==, 0);
}

/* Returns: the code of the error where the kernel does not know @call */
static int
run_without(const Place *place, int call)
{
	pid_t pid = fork();
	g_assert_cmpint(pid, >=, 0);
	if (pid == 0) {
		if (!forbid_call(call))
			_exit(100);
		g_autoptr(GError) error = NULL;
		G_GNUC_UNUSED g_autoptr(GByteArray) made = run(place, "nothing-bad", &plenty, &error);
		_exit(error != NULL ? error->code : 101);
	}
	int status = wait_caller(pid);
	g_assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void
test_refuses_without_box(Place *place, G_GNUC_UNUSED gconstpointer data)
{
	const int calls[] = {SCMP_SYS(landlock_create_ruleset), SCMP_SYS(landlock_add_rule),
		SCMP_SYS(landlock_restrict_self), SCMP_SYS(capset)};
	for (size_t i = 0; i < G_N_ELEMENTS(calls); i++)
		g_assert_cmpint(run_without(place, calls[i]), ==, DD_ERROR_UNSUPPORTED);
}

static void
test_nowhere_to_write(Place *place, G_GNUC_UNUSED gconstpointer data)
{
	const DdOfficeTask task = {.converter = converter, .program = fake, .folder = "/nonexistent"};
	g_auto(File) fd = open_input("nothing-bad", strlen("nothing-bad"));
	g_autoptr(GError) error = NULL;
	g_autoptr(GByteArray)
		made = dd_office_convert_within(fd, DD_OFFICE_TEXT, &task, &plenty, &error);
	g_assert_null(made);
	g_assert_error(error, DD_ERROR, DD_ERROR_IO);
	g_assert_cmpuint(count_entries(place->folder), ==, 0);
}

/* Looks for LibreOffice in a folder of the test's. Returns: (transfer full) what it says, NULL when it found one */
static char *
look(const Place *place, DdOfficeKind kind)
{
	const DdOfficeTask task = {
		.converter = converter, .place = place->folder, .folder = "/nonexistent"};
	g_auto(File) fd = open_input("nothing-bad", strlen("nothing-bad"));
	g_autoptr(GError) error = NULL;
	g_autoptr(GByteArray) made = dd_office_convert(fd, kind, &task, &error);
	g_assert_null(made);
	if (g_error_matches(error, DD_ERROR, DD_ERROR_IO))
		return NULL;
	g_assert_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED);
	return g_strdup(error->message);
}

/* Without LibreOffice, or without the half of it that is needed, the message names the package */
static void
test_missing(Place *place, G_GNUC_UNUSED gconstpointer data)
{
	g_autofree char *path = g_strdup(g_getenv("PATH"));
	g_autofree char *program = g_build_filename(place->folder, "soffice.bin", NULL);
	g_autofree char *library = g_build_filename(place->folder, "libsclo.so", NULL);
	g_setenv("PATH", "/nonexistent", TRUE);
	g_autofree char *text = look(place, DD_OFFICE_TEXT);
	g_autofree char *sheet = look(place, DD_OFFICE_SHEET);
	g_assert_nonnull(strstr(text, "libreoffice-writer-nogui"));
	g_assert_nonnull(strstr(sheet, "libreoffice-calc-nogui"));
	g_autofree char *whole = g_canonicalize_filename(fake, NULL);
	g_assert_cmpint(symlink(whole, program), ==, 0);
	g_assert_true(g_file_set_contents(library, "", -1, NULL));
	g_autofree char *half = look(place, DD_OFFICE_TEXT);
	g_assert_nonnull(strstr(half, "libreoffice-writer-nogui"));
	g_assert_null(look(place, DD_OFFICE_SHEET));
	g_setenv("PATH", path, TRUE);
	g_assert_cmpint(g_unlink(program), ==, 0);
	g_assert_cmpint(g_unlink(library), ==, 0);
}

/* LibreOffice itself, where it is installed: it starts in its box, converts, and leaves nothing */
static void
test_real(Place *place, gconstpointer data)
{
	static const char *const files[DD_OFFICE_KIND_LAST] = {
		[DD_OFFICE_TEXT] = "{\\rtf1 Giao S\\u7903? Y t\\u7871?}",
		[DD_OFFICE_SHEET] = "TT,Viec\n1,Ra soat\n",
	};
	DdOfficeKind kind = (DdOfficeKind)GPOINTER_TO_UINT(data);
	const DdOfficeTask task = {.converter = converter, .folder = place->folder};
	g_auto(File) fd = open_input(files[kind], strlen(files[kind]));
	g_autoptr(GError) error = NULL;
	g_autoptr(GByteArray) made = dd_office_convert(fd, kind, &task, &error);
	if (g_error_matches(error, DD_ERROR, DD_ERROR_UNSUPPORTED) &&
		strstr(error->message, "apt install") != NULL) {
		g_test_skip("LibreOffice is not installed");
		return;
	}
	g_assert_no_error(error);
	g_assert_true(memcmp(made->data, KEPT, 4) == 0);
	g_assert_nonnull(memmem(made->data, made->len,
		kind == DD_OFFICE_TEXT ? "word/document.xml" : "xl/workbook.xml", 15));
}

static void
add(const char *name, gconstpointer data, void (*test)(Place *place, gconstpointer data))
{
	g_autofree char *path = g_strconcat("/office/", name, NULL);
	g_test_add(path, Place, data, set_up, test, tear_down);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	if (argc != 3)
		return 2;
	converter = argv[1];
	fake = argv[2];
	for (size_t i = 0; i < G_N_ELEMENTS(tries); i++)
		add(tries[i], tries[i], test_kept);
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		add(cases[i].order, &cases[i], test_case);
	add("connect-other", NULL, test_socket);
	add("too-long-a-result", NULL, test_too_long_a_result);
	add("caller-killed", NULL, test_caller_killed);
	add("converter-ended", NULL, test_converter_ended);
	add("converter-killed", NULL, test_converter_killed);
	add("both-killed", NULL, test_both_killed);
	add("refuses-without-box", NULL, test_refuses_without_box);
	add("nowhere-to-write", NULL, test_nowhere_to_write);
	add("missing", NULL, test_missing);
	add("real-text", GUINT_TO_POINTER(DD_OFFICE_TEXT), test_real);
	add("real-sheet", GUINT_TO_POINTER(DD_OFFICE_SHEET), test_real);
	return g_test_run();
}
