/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * office-run.c: the program starts in a process that gave up all it does not need. Processes it cannot start; should this one be
 * killed, the kernel ends it.
 */
#include "office-run.h"

#include "error.h"
#include "maxima.h"
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define LOOK_MILLISECONDS 100 /* between two looks at what it wrote */
#define STARTS 2
/* LibreOffice's exit statuses for "start me again", which it wants when its profile is new; desktop/inc/app.hxx */
static const int again[] = {79, 81};

typedef int Descriptor;

static void
close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Descriptor, close_fd)

/* What is to be started */
typedef struct {
	const DdOfficeFolder *folder;
	char **arguments, **environment;
	char *place; /* where the program's own files are */
} Start;

static void
clear_start(Start *self)
{
	g_strfreev(self->arguments);
	g_strfreev(self->environment);
	g_free(self->place);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Start, clear_start)

static bool
fail(const char *what, GError **error)
{
	g_set_error(error, DD_ERROR, DD_ERROR_IO, "%s: %s", what, g_strerror(errno));
	return false;
}

static char **
make_arguments(const DdOfficeFolder *folder, const char *program, const char *old, const char *kind)
{
	g_autofree char *profile = dd_office_folder_get_path(folder, "profile");
	g_autofree char *uri = g_filename_to_uri(profile, NULL, NULL);
	g_autofree char *input = g_strconcat(folder->path, "/in/plan.", old, NULL);
	g_autofree char *output = dd_office_folder_get_path(folder, "out");
	g_autoptr(GStrvBuilder) words = g_strv_builder_new();
	g_autofree char *where = g_strconcat("-env:UserInstallation=", uri, NULL);
	g_strv_builder_add_many(words, program, where, "--headless", "--norestore", "--nolockcheck",
		"--nologo", "--nodefault", "--convert-to", kind, "--outdir", output, input, NULL);
	return g_strv_builder_end(words);
}

static char **
make_environment(const DdOfficeFolder *folder)
{
	g_autofree char *temporary = dd_office_folder_get_path(folder, "tmp");
	char **all = g_new0(char *, 1);
	all = g_environ_setenv(all, "HOME", folder->path, TRUE);
	all = g_environ_setenv(all, "TMPDIR", temporary, TRUE);
	all = g_environ_setenv(all, "LC_ALL", "C.UTF-8", TRUE);
	all = g_environ_setenv(all, "TZ", "UTC0", TRUE);
	all = g_environ_setenv(all, "SAL_USE_VCLPLUGIN", "svp", TRUE);
	all = g_environ_setenv(all, "SAL_DISABLE_OPENCL", "1", TRUE);
	return g_environ_setenv(all, "GSETTINGS_BACKEND", "memory", TRUE);
}

static bool
enter_sandbox(const Start *start, GError **error)
{
	const DdSandboxPath paths[] = {
		{"/usr", false, false},
		{"/usr/lib", true, false},
		{"/lib", true, false},
		{"/lib64", true, false},
		{start->place, true, false},
		{"/etc/ld.so.cache", false, false},
		{"/etc/fonts", false, false},
		{"/etc/libreoffice", false, false},
		{"/etc/localtime", false, false},
		{"/var/cache/fontconfig", false, false},
		{"/var/lib/libreoffice", false, false},
		{"/var/spool/libreoffice", false, false},
		{"/dev/null", false, true},
		{"/dev/urandom", false, false},
		{start->folder->path, false, true},
	};
	const DdOfficeLimits limits = {
		.paths = paths,
		.n_paths = G_N_ELEMENTS(paths),
		.memory_bytes = DD_MAX_OFFICE_MEMORY_BYTES,
		.cpu_seconds = DD_MAX_OFFICE_CPU_SECONDS,
		.file_bytes = DD_MAX_FILE_BYTES,
		.descriptors = DD_MAX_OFFICE_DESCRIPTORS,
	};
	return dd_sandbox_enter_for_office(&limits, error);
}

static bool
take_nothing_along(void)
{
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);
	sigset_t none;
	sigemptyset(&none);
	signal(SIGPIPE, SIG_DFL);
	return null >= 0 && dup2(null, STDIN_FILENO) >= 0 && dup2(null, STDOUT_FILENO) >= 0 &&
	       dup2(null, STDERR_FILENO) >= 0 &&
	       close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC) == 0 &&
	       sigprocmask(SIG_SETMASK, &none, NULL) == 0;
}

/* In the new process: does not come back. Why it could not start goes to @tell, which closes when it did */
static void
become(const Start *start, pid_t parent, int tell)
{
	g_autoptr(GError) error = NULL;
	if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0 || getppid() != parent ||
		chdir(start->folder->path) != 0 || !take_nothing_along())
		fail("start", &error);
	else if (enter_sandbox(start, &error)) {
		execve(start->arguments[0], start->arguments, start->environment);
		fail(start->arguments[0], &error);
	}
	/* whoever reads is our own process; a message that is cut is no harm */
	if (write(tell, error->message, strlen(error->message)) < 0)
		_exit(DD_OFFICE_FAILED);
	_exit(DD_OFFICE_REFUSED);
}

/* Returns: a pidfd, or -1 when the program did not start */
static int
start_program(const Start *start, pid_t *pid_out, GError **error)
{
	int ends[2];
	char why[256] = "";
	pid_t self = getpid();
	if (pipe2(ends, O_CLOEXEC) != 0)
		return fail("pipe", error) ? 0 : -1;
	g_auto(Descriptor) listen = ends[0];
	pid_t pid = fork();
	if (pid == 0)
		become(start, self, ends[1]);
	close(ends[1]);
	if (pid < 0)
		return fail("fork", error) ? 0 : -1;
	ssize_t n = read(listen, why, sizeof(why) - 1);
	int pidfd = n == 0 ? pidfd_open(pid, 0) : -1;
	if (pidfd >= 0) {
		*pid_out = pid;
		return pidfd;
	}
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	g_set_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED, "%s", why);
	return -1;
}

/* Waits for the end of the program, and for what ends it. Returns: DD_OFFICE_DONE when it ended by itself */
static DdOfficeStatus
watch(const Start *start, int pidfd, pid_t pid, int signals)
{
	for (;;) {
		/* of the pipe nothing is asked: that nobody reads it any more is told all the same */
		struct pollfd all[] = {{.fd = pidfd, .events = POLLIN},
			{.fd = signals, .events = POLLIN}, {.fd = STDOUT_FILENO, .events = 0}};
		int n = poll(all, G_N_ELEMENTS(all), LOOK_MILLISECONDS);
		if (n < 0 && errno != EINTR)
			return DD_OFFICE_FAILED;
		if (n > 0 && all[0].revents != 0)
			return DD_OFFICE_DONE;
		if (n > 0 && (all[1].revents != 0 || all[2].revents != 0))
			return DD_OFFICE_STOPPED;
		if (!dd_office_folder_is_within(start->folder, pid))
			return DD_OFFICE_LARGE;
	}
}

/* Ends what still runs. @status_out: the exit status of one that ended by itself */
static DdOfficeStatus
finish(DdOfficeStatus status, int pidfd, int *status_out)
{
	siginfo_t info = {0};
	pidfd_send_signal(pidfd, SIGKILL, NULL, 0);
	while (waitid(P_PIDFD, (id_t)pidfd, &info, WEXITED) != 0)
		if (errno != EINTR)
			return DD_OFFICE_FAILED;
	if (status != DD_OFFICE_DONE)
		return status;
	if (info.si_code == CLD_EXITED) {
		*status_out = info.si_status;
		return DD_OFFICE_DONE;
	}
	if (info.si_status == SIGXCPU)
		return DD_OFFICE_BUSY;
	return info.si_status == SIGXFSZ ? DD_OFFICE_LARGE : DD_OFFICE_DIED;
}

static bool
wants_another_start(int status)
{
	for (size_t i = 0; i < G_N_ELEMENTS(again); i++)
		if (again[i] == status)
			return true;
	return false;
}

DdOfficeStatus
dd_office_run(const DdOfficeFolder *folder, const char *program, const char *old, const char *kind,
	int signals, GError **error)
{
	g_autofree char *bin = g_path_get_dirname(program);
	g_auto(Start) start = {
		.folder = folder,
		.arguments = make_arguments(folder, program, old, kind),
		.environment = make_environment(folder),
		.place = g_path_get_dirname(bin),
	};
	for (int i = 0; i < STARTS; i++) {
		pid_t pid = 0;
		int ended = 0;
		g_auto(Descriptor) pidfd = start_program(&start, &pid, error);
		if (pidfd < 0)
			return DD_OFFICE_REFUSED;
		DdOfficeStatus status = finish(watch(&start, pidfd, pid, signals), pidfd, &ended);
		if (status != DD_OFFICE_DONE)
			return status;
		if (!wants_another_start(ended))
			return ended == 0 ? DD_OFFICE_DONE : DD_OFFICE_NOTHING;
	}
	return DD_OFFICE_NOTHING;
}
