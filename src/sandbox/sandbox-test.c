/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A child enters the sandbox and does one thing; how it ends is the test. tests/malice tries much more, with a caller. */
#include "sandbox.h"

#include "error.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define MEMORY_BYTES ((size_t)256 << 20)
#define KEPT 42 /* exit status of a child that was not stopped */

typedef struct {
	const char *name;
	void (*act)(void);
	int signal; /* that must end it; 0 for none: KEPT */
} Case;

static void
use_memory(void)
{
	/* more than malloc's first heap, then back, as a reader does */
	for (size_t size = 1; size < MEMORY_BYTES / 4; size *= 2) {
		char *block = g_malloc(size);
		memset(block, 1, size);
		block = g_realloc(block, size * 2);
		g_free(block);
	}
}

static void
sort_much(void)
{
	g_autofree int *numbers = g_new(int, 100000);
	for (int i = 0; i < 100000; i++)
		numbers[i] = i * 7919 % 100003;
	/* glibc's asks for the size of the machine's memory */
	qsort(numbers, 100000, sizeof(int), (int (*)(const void *, const void *))strcmp);
}

static void
open_file(void)
{
	(void)!open("/etc/hostname", O_RDONLY | O_CLOEXEC);
}

static void
look_at_file(void)
{
	struct stat info;
	(void)!stat("/etc/hostname", &info);
}

static void
make_socket(void)
{
	(void)!socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
}

static void
make_process(void)
{
	if (fork() == 0)
		_exit(0);
}

static void
make_code(void)
{
	(void)!mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

static void
write_elsewhere(void)
{
	(void)!write(3, "x", 1);
}

static void
end_itself(void)
{
	abort();
}

static void
end_parent(void)
{
	kill(getppid(), SIGTERM);
}

static void
burn(void)
{
	for (volatile unsigned long i = 0;; i = i + 1)
		;
}

static void
overfill(void)
{
	void *volatile block = malloc(MEMORY_BYTES * 2); /* clang would leave it out */
	if (block == NULL)
		abort();
	free(block);
}

static const Case cases[] = {
	{"use-memory", use_memory, 0},
	{"sort-much", sort_much, 0},
	{"open-file", open_file, SIGSYS},
	{"look-at-file", look_at_file, SIGSYS},
	{"make-socket", make_socket, SIGSYS},
	{"make-process", make_process, SIGSYS},
	{"make-code", make_code, SIGSYS},
	{"write-elsewhere", write_elsewhere, SIGSYS},
	{"end-parent", end_parent, SIGSYS},
	{"end-itself", end_itself, SIGABRT},
	{"overfill", overfill, SIGABRT},
	{"burn", burn, SIGXCPU},
};

static int
run_child(void (*act)(void))
{
	const DdSandboxLimits limits = {.memory_bytes = MEMORY_BYTES, .cpu_seconds = 1};
	pid_t pid = fork();
	g_assert_cmpint(pid, >=, 0);
	if (pid == 0) {
		if (!dd_sandbox_enter(&limits, NULL))
			_exit(1);
		act();
		_exit(KEPT);
	}
	int status = 0;
	g_assert_cmpint(waitpid(pid, &status, 0), ==, pid);
	return status;
}

static void
test_act(gconstpointer data)
{
	const Case *row = data;
	if (!dd_sandbox_is_whole()) {
		g_test_skip("a build with sanitizers has no whole sandbox");
		return;
	}
	int status = run_child(row->act);
	if (row->signal == 0) {
		g_assert_true(WIFEXITED(status));
		g_assert_cmpint(WEXITSTATUS(status), ==, KEPT);
	} else {
		g_assert_true(WIFSIGNALED(status));
		g_assert_cmpint(WTERMSIG(status), ==, row->signal);
	}
}

static void
close_above(void)
{
	_exit(fcntl(3, F_GETFD) < 0 && errno == EBADF ? KEPT : 0);
}

/* What other builds keep too; the filter of a whole one forbids to ask */
static void
test_descriptors_are_closed(void)
{
	if (dd_sandbox_is_whole()) {
		g_test_skip("the filter forbids to look");
		return;
	}
	int status = run_child(close_above);
	g_assert_true(WIFEXITED(status));
	g_assert_cmpint(WEXITSTATUS(status), ==, KEPT);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *path = g_strconcat("/sandbox/", cases[i].name, NULL);
		g_test_add_data_func(path, &cases[i], test_act);
	}
	g_test_add_func("/sandbox/descriptors-are-closed", test_descriptors_are_closed);
	return g_test_run();
}
