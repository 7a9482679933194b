/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * dondoc-worker itself: reads what it should, stays inside its sandbox whatever the file holds, refuses without one.
 * usage: real-worker-test PATH-OF-WORKER|- whole|bare    (bare: a build with sanitizers, which has no sandbox)
 */
#include "child.h"
#include "docx-test-support.h"
#include "error.h"
#include "forbid-test-support.h"
#include "input-test-support.h"
#include "maxima.h"
#include "run-worker.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <seccomp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define DAMAGES 150 /* broken copies of one file that are tried */
#define PLAN "<w:p><w:r><w:t>Sở Xây dựng chủ trì, hoàn thành trước 10/12</w:t></w:r></w:p>"

/* set once in main */
static const char *worker;
static bool whole;

/* Returns: (transfer full) a DOCX of @n times the same paragraph */
static GBytes *
make_docx(unsigned n)
{
	g_autoptr(GString) body = g_string_new(NULL);
	for (unsigned i = 0; i < n; i++)
		g_string_append(body, PLAN);
	return dd_test_docx(body->str, NULL, NULL);
}

static int
open_docx(unsigned n)
{
	g_autoptr(GBytes) docx = make_docx(n);
	gsize len;
	const void *bytes = g_bytes_get_data(docx, &len);
	return open_input(bytes, len);
}

static void
test_reads(void)
{
	g_auto(File) fd = open_docx(3);
	/* where the caller stands in the file is its own matter */
	g_assert_cmpint(lseek(fd, 5, SEEK_SET), ==, 5);
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = dd_worker_run(fd, &(DdWorkerTask){.worker = worker}, &error);
	g_assert_no_error(error);
	g_assert_cmpstr(dd_document_get_kind(document), ==, "DOCX");
	g_autofree char *shown = dd_test_show(document, DD_PART_BODY);
	g_assert_nonnull(strstr(shown, "Sở Xây dựng chủ trì"));
	g_assert_cmpuint(dd_document_get_blocks(document, DD_PART_BODY)->n, ==, 3);
	g_assert_cmpint(lseek(fd, 0, SEEK_CUR), ==, 5);
}

/* A copy of this test in a folder of its own finds the worker beside it. */
static void
test_is_found(void)
{
	if (worker == NULL) {
		g_test_skip("this is the copy");
		return;
	}
	g_autoptr(GError) error = NULL;
	g_autofree char *folder = g_dir_make_tmp("dondoc-XXXXXX", &error);
	g_assert_no_error(error);
	g_autofree char *copy = g_build_filename(folder, "real-worker-test", NULL);
	g_autofree char *beside = g_build_filename(folder, "dondoc-worker", NULL);
	g_autofree char *there = g_canonicalize_filename(worker, NULL);
	g_autofree char *program = NULL;
	gsize len;
	int status = -1;
	g_file_get_contents("/proc/self/exe", &program, &len, &error);
	g_assert_no_error(error);
	g_file_set_contents_full(copy, program, (gssize)len, G_FILE_SET_CONTENTS_NONE, 0700, &error);
	g_assert_no_error(error);
	g_assert_cmpint(symlink(there, beside), ==, 0);
	char reads[] = "/real-worker/reads";
	char *arguments[] = {copy, (char[]){"-"}, (char[]){"whole"}, (char[]){"-p"}, reads, NULL};
	g_spawn_sync(NULL, arguments, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL,
		&status, &error);
	g_assert_no_error(error);
	g_assert_cmpint(status, ==, 0);
	g_assert_cmpint(unlink(copy), ==, 0);
	g_assert_cmpint(unlink(beside), ==, 0);
	g_assert_cmpint(rmdir(folder), ==, 0);
}

/* Returns: (transfer full) what stands behind @name in @text, a file of /proc */
static char *
find_value(const char *text, const char *name)
{
	g_autofree char *begin = g_strdup_printf("\n%s:", name);
	const char *at = strstr(text, begin);
	g_assert_nonnull(at);
	at += strlen(begin);
	return g_strstrip(g_strndup(at, strcspn(at, "\n")));
}

static void
assert_value(const char *text, const char *name, const char *wanted)
{
	g_autofree char *value = find_value(text, name);
	g_assert_cmpstr(value, ==, wanted);
}

static char *
read_proc(const char *who, const char *file)
{
	g_autofree char *path = g_strdup_printf("/proc/%s/%s", who, file);
	g_autofree char *text = NULL;
	g_autoptr(GError) error = NULL;
	g_file_get_contents(path, &text, NULL, &error);
	g_assert_no_error(error);
	return g_strconcat("\n", text, NULL);
}

/* A worker that waits for somebody to read its document is looked at from outside. */
static void
test_is_inside(void)
{
	if (!whole) {
		g_test_skip("a build with sanitizers has no sandbox");
		return;
	}
	g_auto(File) fd = open_docx(20000); /* more than the pipe holds */
	g_auto(DdChild) child = {.pidfd = -1, .out = -1};
	g_autoptr(GError) error = NULL;
	dd_child_start(
		&(DdChildStart){
			.arguments = (const char *const[]){worker, NULL}, .in = fd, .secret = -1},
		&child, &error);
	g_assert_no_error(error);
	struct pollfd out = {.fd = child.out, .events = POLLIN};
	g_assert_cmpint(poll(&out, 1, 60000), ==, 1);
	g_autofree char *info_name = g_strdup_printf("fdinfo/%d", child.pidfd);
	g_autofree char *info = read_proc("self", info_name);
	g_autofree char *pid = find_value(info, "Pid");
	g_autofree char *status = read_proc(pid, "status");
	assert_value(status, "Seccomp", "2");
	assert_value(status, "NoNewPrivs", "1");
	assert_value(status, "CapEff", "0000000000000000");
	assert_value(status, "CapPrm", "0000000000000000");
	assert_value(status, "Threads", "1");
	/* its descriptors are root's to see, for it may not be dumped */
	g_autofree char *path = g_strdup_printf("/proc/%s/fd", pid);
	g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
	if (folder == NULL) {
		g_assert_cmpuint(geteuid(), !=, 0);
		return;
	}
	for (const char *name = g_dir_read_name(folder); name != NULL; name = g_dir_read_name(folder))
		g_assert_true(strlen(name) == 1 && strchr("012", *name) != NULL);
}

/* Runs a worker where the kernel says to @call that it does not know it. Returns: the code of the error, -1 none */
static int
run_without(int call)
{
	g_auto(File) fd = open_docx(1);
	pid_t pid = fork();
	g_assert_cmpint(pid, >=, 0);
	if (pid == 0) {
		if (!forbid_call(call))
			_exit(100);
		GError *error = NULL;
		DdDocument *document = dd_worker_run(fd, &(DdWorkerTask){.worker = worker}, &error);
		_exit(document != NULL ? 101 : error->code);
	}
	int status = 0;
	g_assert_cmpint(waitpid(pid, &status, 0), ==, pid);
	g_assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void
test_refuses_without_sandbox(void)
{
	if (!whole) {
		g_test_skip("a build with sanitizers has no sandbox");
		return;
	}
	const int needed[] = {SCMP_SYS(landlock_create_ruleset), SCMP_SYS(landlock_restrict_self),
		SCMP_SYS(close_range), SCMP_SYS(capset), SCMP_SYS(prctl)};
	g_assert_cmpint(run_without(SCMP_SYS(landlock_create_ruleset)), ==, DD_ERROR_UNSUPPORTED);
	g_assert_cmpint(run_without(SCMP_SYS(landlock_restrict_self)), ==, DD_ERROR_UNSUPPORTED);
	g_assert_cmpint(run_without(SCMP_SYS(seccomp)), ==, DD_ERROR_UNSUPPORTED);
	for (size_t i = 0; i < G_N_ELEMENTS(needed); i++)
		g_assert_cmpint(run_without(needed[i]), <, 100); /* no document, whatever is lacking */
}

/* Returns: the error's code, -1 for a document. Stops the test where the worker died of the file */
static int
run_bytes(const void *bytes, size_t len)
{
	g_auto(File) fd = open_input(bytes, len);
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = dd_worker_run(fd, &(DdWorkerTask){.worker = worker}, &error);
	g_assert_true((document == NULL) == (error != NULL));
	if (error == NULL)
		return -1;
	g_assert_true(error->domain == DD_ERROR);
	if (strstr(error->message, "không an toàn") != NULL)
		g_error("it died of a file of %zu bytes: %s", len, error->message);
	return error->code;
}

/* A byte is changed, or the file is cut: an answer, and no death */
static void
test_damaged(void)
{
	g_autoptr(GBytes) docx = make_docx(2);
	gsize len;
	const guint8 *bytes = g_bytes_get_data(docx, &len);
	unsigned refused = 0;
	for (unsigned i = 0; i < DAMAGES; i++) {
		gsize at = (gsize)g_test_rand_int_range(0, (gint32)len);
		g_autofree guint8 *copy = g_memdup2(bytes, len);
		copy[at] = (guint8)g_test_rand_int_range(0, 256);
		refused += run_bytes(copy, i % 3 == 0 ? at : len) >= 0;
	}
	g_assert_cmpuint(refused, >, DAMAGES / 4); /* the cut ones at least */
}

/* What a file says of its encoding must not make a library open a converter, which would be the end. */
static void
test_encodings(void)
{
	static const char *const names[] = {
		"UTF-8", "utf-16", "windows-1258", "gb18030", "iso-2022-jp", "UTF-7", "nonsense"};
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *part = dd_test_part("document", "<w:body>" PLAN "</w:body>");
		g_autofree char *text = g_strdup_printf(
			"<?xml version=\"1.0\" encoding=\"%s\"?>%s", names[i], part);
		const DdZipEntry entries[] = {
			{"[Content_Types].xml", dd_test_types()},
			{"_rels/.rels", dd_test_relationships()},
			{"word/document.xml", text},
			{NULL, NULL},
		};
		g_autoptr(GBytes) docx = dd_test_zip(entries);
		gsize len;
		const void *bytes = g_bytes_get_data(docx, &len);
		g_assert_cmpint(run_bytes(bytes, len), ==, -1);
	}
}

static void
test_bomb(void)
{
	g_autoptr(GBytes) bomb = dd_test_zip_bomb("word/document.xml", (gsize)1 << 30);
	gsize len;
	const void *bytes = g_bytes_get_data(bomb, &len);
	g_assert_cmpint(run_bytes(bytes, len), >=, 0);
}

/* The largest file fits, with what its reader needs; one byte more is not looked at */
static void
test_sizes(void)
{
	g_auto(File) fd = open_input("", 0);
	g_autoptr(GError) error = NULL;
	g_assert_cmpint(run_bytes("", 0), >=, 0);
	g_assert_cmpint(ftruncate(fd, DD_MAX_FILE_BYTES), ==, 0);
	g_autoptr(DdDocument) none = dd_worker_run(fd, &(DdWorkerTask){.worker = worker}, &error);
	g_assert_null(none);
	g_assert_nonnull(error);
	g_assert_cmpint(error->code, !=, DD_ERROR_TOO_LARGE);
	g_assert_null(strstr(error->message, "không an toàn"));
	g_clear_error(&error);
	g_assert_cmpint(ftruncate(fd, (off_t)DD_MAX_FILE_BYTES + 1), ==, 0);
	g_autoptr(DdDocument) too_large = dd_worker_run(fd, &(DdWorkerTask){.worker = worker}, &error);
	g_assert_null(too_large);
	g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
	g_assert_nonnull(strstr(error->message, "256 MB"));
}

/* A folder, a pipe and a device are no files to read */
static void
test_not_files(void)
{
	int ends[2];
	g_assert_cmpint(pipe2(ends, O_CLOEXEC), ==, 0);
	const int fds[] = {open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC), ends[0],
		open("/dev/zero", O_RDONLY | O_CLOEXEC)};
	for (size_t i = 0; i < G_N_ELEMENTS(fds); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(DdDocument)
			document = dd_worker_run(fds[i], &(DdWorkerTask){.worker = worker}, &error);
		g_assert_null(document);
		g_assert_error(error, DD_ERROR, DD_ERROR_IO);
		close(fds[i]);
	}
	close(ends[1]);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	if (argc != 3)
		return 2;
	worker = strcmp(argv[1], "-") == 0 ? NULL : argv[1];
	whole = strcmp(argv[2], "whole") == 0;
	g_test_add_func("/real-worker/reads", test_reads);
	g_test_add_func("/real-worker/is-found", test_is_found);
	g_test_add_func("/real-worker/is-inside", test_is_inside);
	g_test_add_func("/real-worker/refuses-without-sandbox", test_refuses_without_sandbox);
	g_test_add_func("/real-worker/damaged", test_damaged);
	g_test_add_func("/real-worker/encodings", test_encodings);
	g_test_add_func("/real-worker/bomb", test_bomb);
	g_test_add_func("/real-worker/sizes", test_sizes);
	g_test_add_func("/real-worker/not-files", test_not_files);
	return g_test_run();
}
