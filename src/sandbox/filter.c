/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * filter.c: the system calls that are left. Each row says who needs it; what is not here kills the process.
 *
 * Not here on purpose: newfstatat, which glibc's fstat is made of: its path cannot be looked at, so that it would tell of any
 * file; rt_sigreturn and sigaltstack: nothing here handles a signal, and the first is what an attacker sets registers with;
 * lseek, fstat, ioctl: nothing asks descriptors what they are once the file is read.
 */
#include "error.h"
#include "steps.h"

#include <errno.h>
#include <seccomp.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

typedef struct {
	int call;
	unsigned n;
	struct scmp_arg_cmp args[3];
} Rule;

#define TO(fd)                                                                                     \
	{                                                                                          \
		.arg = 0, .op = SCMP_CMP_EQ, .datum_a = (fd)                                       \
	}
#define WITHOUT_EXEC                                                                               \
	{                                                                                          \
		.arg = 2, .op = SCMP_CMP_MASKED_EQ, .datum_a = PROT_EXEC, .datum_b = 0             \
	}
#define OF_NO_FILE                                                                                     \
	{                                                                                              \
		.arg = 3, .op = SCMP_CMP_MASKED_EQ, .datum_a = MAP_ANONYMOUS, .datum_b = MAP_ANONYMOUS \
	}

static const Rule rules[] = {
	/* the file, and the pipe; 2 is for last words */
	{SCMP_SYS(read), 1, {TO(STDIN_FILENO)}},
	{SCMP_SYS(pread64), 1, {TO(STDIN_FILENO)}},
	{SCMP_SYS(write), 1, {TO(STDOUT_FILENO)}},
	{SCMP_SYS(write), 1, {TO(STDERR_FILENO)}},
	/* glibc says so that the heap is broken, before it aborts */
	{SCMP_SYS(writev), 1, {TO(STDERR_FILENO)}},
	/* malloc; memory is never executable, and never a file */
	{SCMP_SYS(brk), 0, {{0}}},
	{SCMP_SYS(mmap), 2, {WITHOUT_EXEC, OF_NO_FILE}},
	{SCMP_SYS(mprotect), 1, {WITHOUT_EXEC}},
	{SCMP_SYS(munmap), 0, {{0}}},
	{SCMP_SYS(mremap), 0, {{0}}},
	{SCMP_SYS(madvise), 0, {{0}}},
	/* once-only places and locks of GLib, should they ever be found taken */
	{SCMP_SYS(futex), 0, {{0}}},
	/* the time of day comes from the vDSO; from the kernel where the machine's clock is none that it can read */
	{SCMP_SYS(clock_gettime), 0, {{0}}},
	{SCMP_SYS(gettimeofday), 0, {{0}}},
	/* malloc's and expat's seeds */
	{SCMP_SYS(getrandom), 0, {{0}}},
	/* glibc's qsort before 2.37 asks how much memory there is */
	{SCMP_SYS(sysinfo), 0, {{0}}},
	/* closing harms nobody */
	{SCMP_SYS(close), 0, {{0}}},
	/* abort: unblocks its signal and sends it to itself; the row of tgkill is made below */
	{SCMP_SYS(rt_sigprocmask), 0, {{0}}},
	{SCMP_SYS(getpid), 0, {{0}}},
	{SCMP_SYS(gettid), 0, {{0}}},
	{SCMP_SYS(exit), 0, {{0}}},
	{SCMP_SYS(exit_group), 0, {{0}}},
};

/* How libraries look for files, fonts and settings */
static const int looks[] = {SCMP_SYS(openat), SCMP_SYS(open), SCMP_SYS(access), SCMP_SYS(faccessat),
	SCMP_SYS(faccessat2), SCMP_SYS(newfstatat), SCMP_SYS(stat), SCMP_SYS(statx),
	SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getcwd)};

static void
release(scmp_filter_ctx *filter)
{
	if (*filter != NULL)
		seccomp_release(*filter);
}

/* Returns: 0, or the negative errno of libseccomp */
static int
add_looks(scmp_filter_ctx filter)
{
	int result = 0;
	for (size_t i = 0; result == 0 && i < G_N_ELEMENTS(looks); i++)
		result = seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EACCES), looks[i], 0, NULL);
	return result;
}

/* Returns: 0, or the negative errno of libseccomp */
static int
add_rules(scmp_filter_ctx filter)
{
	const Rule abort_self = {SCMP_SYS(tgkill), 2,
		{{.arg = 0, .op = SCMP_CMP_EQ, .datum_a = (scmp_datum_t)getpid()},
			{.arg = 2, .op = SCMP_CMP_EQ, .datum_a = SIGABRT}}};
	int result = seccomp_rule_add_array(
		filter, SCMP_ACT_ALLOW, abort_self.call, abort_self.n, abort_self.args);
	for (size_t i = 0; result == 0 && i < G_N_ELEMENTS(rules); i++)
		result = seccomp_rule_add_array(
			filter, SCMP_ACT_ALLOW, rules[i].call, rules[i].n, rules[i].args);
	return result;
}

bool
dd_sandbox_deny_calls(bool refuses_files, GError **error)
{
	__attribute__((cleanup(release))) scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
	if (filter == NULL) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
			"seccomp: no filter that ends the process");
		return false;
	}
	/* calls of another architecture (32 bits, x32) have other numbers: they too must end the process */
	int result = seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
	/* should a library ever have started a thread, it is bound as well, or nothing is */
	if (result == 0)
		result = seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1);
	if (result == 0)
		result = add_rules(filter);
	if (result == 0 && refuses_files)
		result = add_looks(filter);
	if (result == 0)
		result = seccomp_load(filter);
	if (result != 0)
		g_set_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED, "seccomp: %s", g_strerror(-result));
	return result == 0;
}
