/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * child.c: a process is named by its pidfd, never by its number: a number may be another's by the time it is used, where
 * the caller's program has somebody else who waits for children.
 */
#include "child.h"

#include "error.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef DD_SANITIZED
#define WHOLE_ENVIRONMENT 1 /* the worker's sanitizers take their options from there */
#else
#define WHOLE_ENVIRONMENT 0
#endif
#define TRUST_VARIABLE "DONDOC_TRUST"
/*
 * Poppler takes and gives back some millions of small pieces for a file: glibc keeps seven of a size at hand, and the rest of the time
 * goes into putting neighbours together. With so many at hand a page costs a tenth less; at most 33 MB a thread lie idle so.
 */
#define MALLOC_VARIABLE "GLIBC_TUNABLES"
#define MALLOC_VALUE "glibc.malloc.tcache_count=1000"
#define STOP_STEP (G_USEC_PER_SEC / 5) /* between two looks at whether it is still wanted */

typedef int Descriptor;

static void
close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Descriptor, close_fd)

static bool
fail(const char *what, int number, GError **error)
{
	g_set_error(error, DD_ERROR, DD_ERROR_IO,
		"không chạy được chương trình đọc tệp: %s (cannot start the worker: %s)", what,
		g_strerror(number));
	return false;
}

char *
dd_child_find(const char *name)
{
	g_autofree char *self = g_file_read_link("/proc/self/exe", NULL);
	g_autofree char *folder = self != NULL ? g_path_get_dirname(self) : NULL;
	g_autofree char *beside = folder != NULL ? g_build_filename(folder, name, NULL) : NULL;
	if (beside != NULL && access(beside, X_OK) == 0)
		return g_steal_pointer(&beside);
	g_autofree char *installed = g_build_filename(DD_PROGRAM_FOLDER, name, NULL);
	return access(installed, X_OK) == 0 ? g_steal_pointer(&installed) : NULL;
}

/* Moves @fd out of the way of the three that the child gets. Returns: FALSE with errno */
static bool
lift(int *fd)
{
	if (*fd > STDERR_FILENO)
		return true;
	int higher = fcntl(*fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	if (higher < 0)
		return false;
	close(*fd);
	*fd = higher;
	return true;
}

/* The child must not be able to write to the file. @read_only_out: -1 when @fd itself will do */
static bool
open_read_only(int fd, int *read_only_out)
{
	int flags = fcntl(fd, F_GETFL);
	if (flags < 0)
		return false;
	if ((flags & O_ACCMODE) == O_RDONLY)
		return true;
	g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", fd);
	*read_only_out = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	return *read_only_out >= 0;
}

/* In the child: @in becomes 0, @out 1; what a worker says on 2 is not for users, who could be told anything by it */
static int
set_descriptors(posix_spawn_file_actions_t *actions, int in, int out, int secret)
{
	int first_closed = STDERR_FILENO + 1;
	int failed = posix_spawn_file_actions_adddup2(actions, in, STDIN_FILENO);
	if (failed == 0)
		failed = posix_spawn_file_actions_adddup2(actions, out, STDOUT_FILENO);
#ifndef DD_SANITIZED /* those write their report there */
	if (failed == 0)
		failed = posix_spawn_file_actions_addopen(
			actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
#endif
	if (failed == 0 && secret >= 0)
		failed = posix_spawn_file_actions_adddup2(actions, secret, first_closed++);
	if (failed == 0)
		failed = posix_spawn_file_actions_addclosefrom_np(actions, first_closed);
	return failed;
}

/* In the child: every signal as it is at first, whatever the caller ignores or holds back */
static int
set_signals(posix_spawnattr_t *attributes)
{
	sigset_t all, none;
	sigfillset(&all);
	sigemptyset(&none);
	int failed = posix_spawnattr_setsigdefault(attributes, &all);
	if (failed == 0)
		failed = posix_spawnattr_setsigmask(attributes, &none);
	if (failed == 0)
		failed = posix_spawnattr_setflags(
			attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
	return failed;
}

/* Returns: (transfer full) how malloc is to work; of what is in the environment only where the administrator keeps trusted authorities */
static char **
make_environment(void)
{
	if (WHOLE_ENVIRONMENT)
		return g_get_environ();
	char **few = g_environ_setenv(NULL, MALLOC_VARIABLE, MALLOC_VALUE, TRUE);
	const char *trust = g_getenv(TRUST_VARIABLE);
	return trust != NULL ? g_environ_setenv(few, TRUST_VARIABLE, trust, TRUE) : few;
}

/* Returns: 0 or an errno */
static int
spawn(const DdChildStart *start, int in, int out, int secret, pid_t *pid_out)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	int failed = posix_spawn_file_actions_init(&actions);
	if (failed != 0)
		return failed;
	failed = posix_spawnattr_init(&attributes);
	if (failed == 0) {
		g_auto(GStrv) words = g_strdupv((char **)start->arguments);
		g_auto(GStrv) environment = make_environment();
		failed = set_descriptors(&actions, in, out, secret);
		if (failed == 0)
			failed = set_signals(&attributes);
		if (failed == 0)
			failed = posix_spawn(
				pid_out, words[0], &actions, &attributes, words, environment);
		posix_spawnattr_destroy(&attributes);
	}
	posix_spawn_file_actions_destroy(&actions);
	return failed;
}

void
dd_child_set_unknown(GError **error)
{
	g_set_error_literal(error, DD_ERROR, DD_ERROR_INTERNAL,
		"không biết chương trình đọc tệp đã kết thúc ra sao "
		"(cannot tell how the worker ended: somebody else waited for it)");
}

/* Sets @error for a child without a pidfd, and leaves none of it behind */
static bool
fail_unnamed(pid_t pid, int number, GError **error)
{
	if (number == ESRCH) {
		/* it was quick, and is reaped already: the number may be another's by now */
		dd_child_set_unknown(error);
		return false;
	}
	kill(pid, SIGKILL);
	while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
		;
	return fail("pidfd_open", number, error);
}

bool
dd_child_start(const DdChildStart *start, DdChild *child_out, GError **error)
{
	g_auto(DdChild) child = {.pidfd = -1, .out = -1};
	g_auto(Descriptor) write_end = -1;
	g_auto(Descriptor) read_only = -1;
	g_auto(Descriptor) secret = -1;
	int ends[2];
	pid_t pid = -1;
	if (!open_read_only(start->in, &read_only))
		return fail("open", errno, error);
	if (pipe2(ends, O_CLOEXEC) != 0)
		return fail("pipe", errno, error);
	child.out = ends[0];
	write_end = ends[1];
	if (!lift(&write_end) || (read_only >= 0 && !lift(&read_only)))
		return fail("fcntl", errno, error);
	if (start->secret >= 0) {
		/* a copy above the three, wherever it is */
		secret = fcntl(start->secret, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
		if (secret < 0)
			return fail("fcntl", errno, error);
	}
	int failed = spawn(start, read_only >= 0 ? read_only : start->in, write_end, secret, &pid);
	if (failed != 0)
		return fail(start->arguments[0], failed, error);
	child.pidfd = pidfd_open(pid, 0);
	if (child.pidfd < 0)
		return fail_unnamed(pid, errno, error);
	child_out->pidfd = g_steal_fd(&child.pidfd);
	child_out->out = g_steal_fd(&child.out);
	return true;
}

gint64
dd_child_time_left(gint64 deadline)
{
	return MAX(deadline - g_get_monotonic_time(), 0);
}

static bool
is_stopped(const DdChild *child)
{
	return child->stop != NULL && __atomic_load_n(child->stop, __ATOMIC_RELAXED);
}

/* Returns: FALSE when @deadline passed and @fd has nothing to tell */
static bool
wait_for(int fd, gint64 deadline)
{
	struct pollfd wait = {.fd = fd, .events = POLLIN};
	for (;;) {
		gint64 left = dd_child_time_left(deadline);
		/* rounded up: half a millisecond must not become none over and over */
		int n = poll(&wait, 1, (int)MIN((left + 999) / 1000, G_MAXINT));
		if (n > 0)
			return true;
		if (left == 0)
			return false;
	}
}

DdChildRead
dd_child_read(const DdChild *self, void *bytes, size_t size, gint64 deadline, size_t *len_out,
	GError **error)
{
	for (;;) {
		gint64 step = g_get_monotonic_time() + STOP_STEP;
		bool in_steps = self->stop != NULL && step < deadline;
		if (is_stopped(self)) {
			g_set_error_literal(error, DD_ERROR, DD_ERROR_UNAVAILABLE,
				"đã dừng đọc tệp theo yêu cầu (reading was stopped, as was asked)");
			return DD_CHILD_FAILED;
		}
		if (!wait_for(self->out, in_steps ? step : deadline)) {
			if (in_steps)
				continue;
			return DD_CHILD_LATE;
		}
		ssize_t n = read(self->out, bytes, size);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			g_set_error(error, DD_ERROR,
				DD_ERROR_IO, "không đọc được từ chương trình đọc tệp (cannot read from the worker: %s)",
				g_strerror(errno));
			return DD_CHILD_FAILED;
		}
		*len_out = (size_t)n;
		return n > 0 ? DD_CHILD_SAID : DD_CHILD_SAID_ALL;
	}
}

/* Waits without an end. Returns: how it ended */
static DdEnd
reap(DdChild *self)
{
	siginfo_t info = {0};
	int result;
	do
		result = waitid(P_PIDFD, (id_t)self->pidfd, &info, WEXITED);
	while (result != 0 && errno == EINTR);
	close_fd(&self->pidfd);
	if (result != 0)
		return (DdEnd){DD_END_UNKNOWN, 0};
	return (DdEnd){info.si_code == CLD_EXITED ? DD_END_EXIT : DD_END_SIGNAL, info.si_status};
}

bool
dd_child_wait_end(DdChild *self, gint64 deadline, DdEnd *end_out)
{
	if (!wait_for(self->pidfd, deadline))
		return false;
	*end_out = reap(self);
	return true;
}

void
dd_child_stop(DdChild *self, gint64 deadline)
{
	close_fd(&self->out);
	if (self->pidfd >= 0 && wait_for(self->pidfd, deadline))
		reap(self);
	dd_child_clear(self);
}

void
dd_child_clear(DdChild *self)
{
	close_fd(&self->out);
	if (self->pidfd < 0)
		return;
	/* fails when it has ended by itself, which is as well */
	pidfd_send_signal(self->pidfd, SIGKILL, NULL, 0);
	reap(self);
}
