/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * filter.c: the system calls that are left. Each row says who needs it; what is not here kills the process.
 *
 * Not here on purpose: newfstatat, which glibc's fstat is made of: its path cannot be looked at, so that it would tell of any
 * file; rt_sigreturn and sigaltstack: nothing here handles a signal, and the first is what an attacker sets registers with;
 * lseek, fstat, ioctl: nothing asks descriptors what they are once the file is read.
 */
#include "filter.h"

#include "error.h"
#include "steps.h"

#include <errno.h>
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

#define TO(fd) DD_ARG_IS(0, fd)
#define WITHOUT_EXEC DD_ARG_HAS(2, PROT_EXEC, 0)
#define OF_NO_FILE DD_ARG_HAS(3, MAP_ANONYMOUS, MAP_ANONYMOUS)

static const DdCallRule rules[] = {
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
static const DdCallRule looks[] = {
	{SCMP_SYS(openat), 0, {{0}}},
	{SCMP_SYS(open), 0, {{0}}},
	{SCMP_SYS(access), 0, {{0}}},
	{SCMP_SYS(faccessat), 0, {{0}}},
	{SCMP_SYS(faccessat2), 0, {{0}}},
	{SCMP_SYS(newfstatat), 0, {{0}}},
	{SCMP_SYS(stat), 0, {{0}}},
	{SCMP_SYS(statx), 0, {{0}}},
	{SCMP_SYS(readlink), 0, {{0}}},
	{SCMP_SYS(readlinkat), 0, {{0}}},
	{SCMP_SYS(getcwd), 0, {{0}}},
};

int
dd_filter_add(scmp_filter_ctx filter, int result, uint32_t action, const DdCallRule *added, size_t n)
{
	for (size_t i = 0; result == 0 && i < n; i++)
		result = seccomp_rule_add_array(
			filter, action, added[i].call, added[i].n, added[i].args);
	return result;
}

static void
release(scmp_filter_ctx *filter)
{
	if (*filter != NULL)
		seccomp_release(*filter);
}

bool
dd_filter_load(uint32_t otherwise, int (*fill)(scmp_filter_ctx filter, const void *data),
	const void *data, GError **error)
{
	__attribute__((cleanup(release))) scmp_filter_ctx filter = seccomp_init(otherwise);
	if (filter == NULL) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_UNSUPPORTED, "seccomp: no filter");
		return false;
	}
	/* calls of another architecture (32 bits, x32) have other numbers: they too must end the process */
	int result = seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
	/* should a library ever have started a thread, it is bound as well, or nothing is */
	if (result == 0)
		result = seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1);
	if (result == 0)
		result = fill(filter, data);
	if (result == 0)
		result = seccomp_load(filter);
	if (result != 0)
		g_set_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED, "seccomp: %s", g_strerror(-result));
	return result == 0;
}

static int
fill_for_reader(scmp_filter_ctx filter, const void *refuses_files)
{
	const DdCallRule abort_self = {
		SCMP_SYS(tgkill), 2, {DD_ARG_IS(0, getpid()), DD_ARG_IS(2, SIGABRT)}};
	int result = dd_filter_add(filter, 0, SCMP_ACT_ALLOW, &abort_self, 1);
	result = dd_filter_add(filter, result, SCMP_ACT_ALLOW, rules, G_N_ELEMENTS(rules));
	if (*(const bool *)refuses_files)
		result = dd_filter_add(
			filter, result, SCMP_ACT_ERRNO(EACCES), looks, G_N_ELEMENTS(looks));
	return result;
}

bool
dd_sandbox_deny_calls(bool refuses_files, GError **error)
{
	return dd_filter_load(SCMP_ACT_KILL_PROCESS, fill_for_reader, &refuses_files, error);
}
