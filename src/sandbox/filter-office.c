/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * filter-office.c: the system calls that are left to an office program: those that LibreOffice 7.4 makes while it converts a file
 * (strace), and their siblings that other versions of it and of the C library take. All others are answered as by a kernel that
 * does not know them. Which files it gets is Landlock's to say.
 *
 * LibreOffice wants a socket in /tmp by which a second one would find it, and does not start without. A socket of a file system is
 * a way to whoever listens on one (the session bus, an X server), so it gets one that leads nowhere: it may be made, being bound and
 * listening are answered "done" and not done, and nothing can be connected.
 */
#include "filter.h"

#include "steps.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#define ANY(name)                                                                                  \
	{                                                                                          \
		SCMP_SYS(name), 0,                                                                 \
		{                                                                                  \
			{                                                                          \
				0                                                                  \
			}                                                                          \
		}                                                                                  \
	}
#define NEW_SPACES                                                                                 \
	(CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER |             \
		CLONE_NEWPID | CLONE_NEWNET)
#define SOCKET_KIND 0xF /* bits of the kind of a socket; above them are flags */

static const DdCallRule allowed[] = {
	/* files, as far as Landlock lets. Before its ABI 3 it does not know cutting: a file that is not opened for writing is not cut */
	{SCMP_SYS(open), 1, {DD_ARG_HAS(1, O_TRUNC, 0)}},
	{SCMP_SYS(open), 1, {DD_ARG_HAS(1, O_ACCMODE, O_WRONLY)}},
	{SCMP_SYS(open), 1, {DD_ARG_HAS(1, O_ACCMODE, O_RDWR)}},
	{SCMP_SYS(openat), 1, {DD_ARG_HAS(2, O_TRUNC, 0)}},
	{SCMP_SYS(openat), 1, {DD_ARG_HAS(2, O_ACCMODE, O_WRONLY)}},
	{SCMP_SYS(openat), 1, {DD_ARG_HAS(2, O_ACCMODE, O_RDWR)}},
	ANY(close),
	ANY(read),
	ANY(readv),
	ANY(pread64),
	ANY(write),
	ANY(writev),
	ANY(pwrite64),
	ANY(lseek),
	ANY(access),
	ANY(faccessat),
	ANY(faccessat2),
	ANY(stat),
	ANY(lstat),
	ANY(fstat),
	ANY(newfstatat),
	ANY(statx),
	ANY(statfs),
	ANY(fstatfs),
	ANY(readlink),
	ANY(readlinkat),
	ANY(getdents64),
	ANY(getcwd),
	ANY(chdir),
	ANY(fchdir),
	ANY(mkdir),
	ANY(mkdirat),
	ANY(rmdir),
	ANY(unlink),
	ANY(unlinkat),
	ANY(rename),
	ANY(renameat),
	ANY(renameat2),
	ANY(ftruncate),
	ANY(fadvise64),
	ANY(fsync),
	ANY(fdatasync),
	ANY(flock),
	/* locks and flags; not who is sent a signal when a descriptor is ready, which may be anybody (F_SETOWN) */
	{SCMP_SYS(fcntl), 1, {DD_ARG_IS(1, F_DUPFD)}},
	{SCMP_SYS(fcntl), 1, {DD_ARG_IS(1, F_DUPFD_CLOEXEC)}},
	{SCMP_SYS(fcntl), 1, {DD_ARG_IS(1, F_GETFD)}},
	{SCMP_SYS(fcntl), 1, {DD_ARG_IS(1, F_SETFD)}},
	{SCMP_SYS(fcntl), 1, {DD_ARG_IS(1, F_GETFL)}},
	{SCMP_SYS(fcntl), 1, {DD_ARG_IS(1, F_SETFL)}},
	{SCMP_SYS(fcntl), 1, {DD_ARG_IS(1, F_GETLK)}},
	{SCMP_SYS(fcntl), 1, {DD_ARG_IS(1, F_SETLK)}},
	{SCMP_SYS(fcntl), 1, {DD_ARG_IS(1, F_SETLKW)}},
	ANY(dup),
	ANY(dup2),
	ANY(dup3),
	ANY(umask),
	ANY(sendfile),
	/* memory; libraries are loaded as the document needs them */
	ANY(brk),
	ANY(mmap),
	ANY(mprotect),
	ANY(munmap),
	ANY(mremap),
	ANY(madvise),
	ANY(mincore),
	ANY(membarrier),
	/* threads, and waiting for each other */
	{SCMP_SYS(clone), 1,
		{DD_ARG_HAS(0, CLONE_THREAD | CLONE_VM | NEW_SPACES, CLONE_THREAD | CLONE_VM)}},
	ANY(set_robust_list),
	ANY(get_robust_list),
	ANY(set_tid_address),
	ANY(rseq),
	ANY(arch_prctl),
	ANY(futex),
	ANY(sched_yield),
	ANY(sched_getaffinity),
	ANY(sched_getparam),
	ANY(sched_getscheduler),
	ANY(sched_get_priority_max),
	ANY(sched_get_priority_min),
	ANY(getpriority),
	ANY(pipe),
	ANY(pipe2),
	ANY(eventfd2),
	ANY(poll),
	ANY(ppoll),
	ANY(select),
	ANY(pselect6),
	ANY(epoll_create1),
	ANY(epoll_ctl),
	ANY(epoll_wait),
	ANY(epoll_pwait),
	/* a thread of GLib's wakes another by a pair, which leads to nobody else */
	{SCMP_SYS(socketpair), 1, {DD_ARG_IS(0, AF_UNIX)}},
	{SCMP_SYS(socket), 2, {DD_ARG_IS(0, AF_UNIX), DD_ARG_HAS(1, SOCKET_KIND, SOCK_STREAM)}},
	ANY(shutdown),
	/* signals, to itself; the rows of kill and tgkill are made below */
	ANY(rt_sigaction),
	ANY(rt_sigprocmask),
	ANY(rt_sigreturn),
	ANY(rt_sigtimedwait),
	ANY(rt_sigsuspend),
	ANY(rt_sigpending),
	ANY(sigaltstack),
	ANY(restart_syscall),
	/* who it is, and when */
	ANY(getpid),
	ANY(getppid),
	ANY(gettid),
	ANY(getpgrp),
	ANY(getuid),
	ANY(geteuid),
	ANY(getgid),
	ANY(getegid),
	ANY(getgroups),
	ANY(getresuid),
	ANY(getresgid),
	ANY(getrusage),
	ANY(uname),
	ANY(sysinfo),
	ANY(times),
	ANY(time),
	ANY(gettimeofday),
	ANY(clock_gettime),
	ANY(clock_getres),
	ANY(clock_nanosleep),
	ANY(nanosleep),
	ANY(getrandom),
	ANY(getrlimit),
	/* its own limits, which it cannot raise */
	{SCMP_SYS(prlimit64), 1, {DD_ARG_IS(0, 0)}},
	ANY(setrlimit),
	{SCMP_SYS(prctl), 1, {DD_ARG_IS(0, PR_SET_NAME)}},
	{SCMP_SYS(prctl), 1, {DD_ARG_IS(0, PR_GET_NAME)}},
	/* its own start, and its end; wait4 tells that there are no children */
	ANY(execve),
	ANY(wait4),
	ANY(exit),
	ANY(exit_group),
};

/* What is answered "not permitted", since programs take that better than an unknown call */
static const DdCallRule refused[] = {
	ANY(fork),
	ANY(vfork),
	{SCMP_SYS(clone), 1, {DD_ARG_HAS(0, CLONE_THREAD, 0)}},
	ANY(connect),
	ANY(truncate),
	ANY(utime),
	ANY(utimes),
	ANY(utimensat),
	ANY(chmod),
	ANY(fchmod),
	ANY(fchmodat),
	ANY(chown),
	ANY(fchown),
	ANY(lchown),
	ANY(fchownat),
	ANY(symlink),
	ANY(symlinkat),
	ANY(link),
	ANY(linkat),
	ANY(ptrace),
	ANY(mount),
	ANY(setsid),
	ANY(setpgid),
};

/* Gigabytes taken at once would be there before anybody looks how much is written; the C library writes zeros instead */
static const DdCallRule unsupported[] = {ANY(fallocate)};
static const DdCallRule answered_done[] = {ANY(bind), ANY(listen)};
static const DdCallRule no_terminal[] = {ANY(ioctl)};

static int
fill(scmp_filter_ctx filter, G_GNUC_UNUSED const void *data)
{
	const DdCallRule own[] = {
		{SCMP_SYS(kill), 1, {DD_ARG_IS(0, getpid())}},
		{SCMP_SYS(tgkill), 1, {DD_ARG_IS(0, getpid())}},
	};
	int result = dd_filter_add(filter, 0, SCMP_ACT_ALLOW, allowed, G_N_ELEMENTS(allowed));
	result = dd_filter_add(filter, result, SCMP_ACT_ALLOW, own, G_N_ELEMENTS(own));
	result = dd_filter_add(filter, result, SCMP_ACT_ERRNO(EPERM), refused, G_N_ELEMENTS(refused));
	result = dd_filter_add(
		filter, result, SCMP_ACT_ERRNO(0), answered_done, G_N_ELEMENTS(answered_done));
	result = dd_filter_add(
		filter, result, SCMP_ACT_ERRNO(EOPNOTSUPP), unsupported, G_N_ELEMENTS(unsupported));
	return dd_filter_add(
		filter, result, SCMP_ACT_ERRNO(ENOTTY), no_terminal, G_N_ELEMENTS(no_terminal));
}

bool
dd_sandbox_deny_office_calls(GError **error)
{
	return dd_filter_load(SCMP_ACT_ERRNO(ENOSYS), fill, NULL, error);
}
