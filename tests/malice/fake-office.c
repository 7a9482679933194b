/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fake-office.c: stands in for LibreOffice's soffice.bin and does one bad thing, which its input names: "ACT" or "ACT PATH". What it was
 * kept from doing it says in its result: "kept", or "broke out". It is small on purpose and needs no library but the C library.
 */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#define ZIP "PK\x03\x04"
#define MUCH ((off_t)250 << 20)
#define PLAN 4096 /* bytes of a path */

/* set once in main */
static const char *result; /* path of it */
static const char *other;  /* path that the order names, "" none */

static void
put(const char *path, const char *words)
{
	FILE *file = fopen(path, "we");
	if (file == NULL || fputs(words, file) < 0 || fclose(file) != 0)
		_exit(70);
}

/* Each act returns whether it broke out; one that does not come back is for the test to see */
static bool
read_other(void)
{
	return open(other, O_RDONLY | O_CLOEXEC) >= 0;
}

static bool
list_other(void)
{
	char name[PLAN];
	snprintf(name, sizeof(name), "%s/..", other);
	*strrchr(name, '/') = '\0';
	*strrchr(name, '/') = '\0';
	return open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC) >= 0;
}

static bool
write_other(void)
{
	return open(other, O_WRONLY | O_CLOEXEC) >= 0 ||
	       open(other, O_WRONLY | O_TRUNC | O_CLOEXEC) >= 0 ||
	       open(other, O_RDONLY | O_TRUNC | O_CLOEXEC) >= 0 || truncate(other, 0) == 0 ||
	       utimensat(AT_FDCWD, other, NULL, 0) == 0;
}

static bool
make_other(void)
{
	char name[PLAN];
	snprintf(name, sizeof(name), "%s-new", other);
	return open(name, O_WRONLY | O_CREAT | O_CLOEXEC, 0600) >= 0 || mkdir(name, 0700) == 0 ||
	       mknod(name, S_IFIFO | 0600, 0) == 0 || rename(result, name) == 0;
}

static bool
remove_other(void)
{
	return unlink(other) == 0 || rename(other, result) == 0 || chmod(other, 0777) == 0;
}

static bool
link_other(void)
{
	return symlink(other, result) == 0 || link(other, result) == 0;
}

static bool
connect_other(void)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	snprintf(address.sun_path, sizeof(address.sun_path), "%s", other);
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	return connect(fd, (const struct sockaddr *)&address, sizeof(address)) == 0 ||
	       sendto(fd, "x", 1, 0, (const struct sockaddr *)&address, sizeof(address)) == 1;
}

static bool
make_sockets(void)
{
	static const struct {
		int domain, type;
	} kinds[] = {{AF_INET, SOCK_STREAM}, {AF_INET, SOCK_DGRAM}, {AF_INET6, SOCK_STREAM},
		{AF_INET6, SOCK_DGRAM}, {AF_NETLINK, SOCK_RAW}, {AF_PACKET, SOCK_RAW},
		{AF_UNIX, SOCK_DGRAM}, {AF_UNIX, SOCK_SEQPACKET}, {AF_VSOCK, SOCK_STREAM}};
	int pair[2];
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (socket(kinds[i].domain, kinds[i].type | SOCK_CLOEXEC, 0) >= 0)
			return true;
	return socketpair(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) == 0;
}

static bool
make_processes(void)
{
	char name[] = "/bin/true";
	char *arguments[] = {name, NULL};
	pid_t pid = fork();
	if (pid == 0)
		_exit(0);
	if (pid > 0 || posix_spawn(&pid, name, NULL, NULL, arguments, NULL) == 0)
		return true;
	return syscall(SYS_clone, CLONE_THREAD | CLONE_VM | CLONE_SIGHAND | CLONE_NEWNS, 0, 0, 0,
		       0) >= 0 ||
	       unshare(CLONE_NEWUSER) == 0;
}

static bool
execute(void)
{
	char name[] = "/usr/bin/env";
	char *arguments[] = {name, NULL};
	execve(name, arguments, NULL);
	return errno != EACCES;
}

static bool
signal_others(void)
{
	int ends[2];
	/* the kernel signals for who asks to be told that a descriptor is ready */
	if (pipe2(ends, O_CLOEXEC) == 0 &&
		(fcntl(ends[0], F_SETOWN, getppid()) == 0 || fcntl(ends[0], F_SETSIG, SIGKILL) == 0))
		return true;
	return kill(getppid(), 0) == 0 || kill(-1, 0) == 0 || kill(0, 0) == 0 ||
	       syscall(SYS_tgkill, getppid(), getppid(), 0) == 0 ||
	       syscall(SYS_pidfd_open, getppid(), 0) >= 0;
}

static bool
look_into_others(void)
{
	char name[64];
	snprintf(name, sizeof(name), "/proc/%d/environ", (int)getppid());
	return open(name, O_RDONLY | O_CLOEXEC) >= 0 || ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0 ||
	       ptrace(PTRACE_SEIZE, getppid(), NULL, NULL) == 0;
}

static bool
change_itself(void)
{
	const struct rlimit all = {RLIM_INFINITY, RLIM_INFINITY};
	return setrlimit(RLIMIT_AS, &all) == 0 || setrlimit(RLIMIT_CPU, &all) == 0 ||
	       setrlimit(RLIMIT_FSIZE, &all) == 0 || setsid() >= 0 || setpgid(0, 0) == 0 ||
	       setuid(1) == 0 || mount("none", ".", "tmpfs", 0, NULL) == 0 || chroot(".") == 0 ||
	       memfd_create("x", MFD_CLOEXEC) >= 0 || syscall(SYS_io_uring_setup, 1, NULL) >= 0 ||
	       syscall(SYS_keyctl, 0, -3, 1) >= 0 || syscall(SYS_prctl, 1, 0, 0, 0, 0) == 0;
}

static void *
do_nothing(void *data)
{
	return data;
}

/* What a large program needs, and has: threads, a socket by which it waits for a second one of its kind */
static bool
do_what_is_allowed(void)
{
	pthread_t thread;
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	snprintf(address.sun_path, sizeof(address.sun_path), "/tmp/dondoc-fake-%d", (int)getpid());
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);
	if (pthread_create(&thread, NULL, do_nothing, NULL) != 0 || pthread_join(thread, NULL) != 0)
		return true;
	if (fd < 0 || bind(fd, (const struct sockaddr *)&address, sizeof(address)) != 0 ||
		listen(fd, 5) != 0)
		return true;
	return access(address.sun_path, F_OK) == 0;
}

/* Asks for more and more address space. It must not get what four gigabytes are */
static bool
take_memory(void)
{
	size_t each = (size_t)256 << 20;
	for (int i = 0; i < 16; i++)
		if (mmap(NULL, each, PROT_READ | PROT_WRITE,
			    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0) == MAP_FAILED)
			return false;
	return true;
}

static bool
stall(void)
{
	signal(SIGTERM, SIG_IGN);
	for (;;)
		sleep(1000);
	return true;
}

static bool
burn(void)
{
	const struct rlimit second = {1, 2};
	setrlimit(RLIMIT_CPU, &second);
	for (volatile uint64_t i = 0;; i = i + 1)
		;
	return true;
}

static bool
die(void)
{
	abort();
}

static bool
write_behind_limit(void)
{
	int fd = open(result, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	return pwrite(fd, "x", 1, (off_t)300 << 20) == 1;
}

static bool
make_many_files(void)
{
	for (int i = 0; i < 6000; i++) {
		char name[32];
		snprintf(name, sizeof(name), "tmp/%d", i);
		put(name, "");
	}
	return stall();
}

/* Files without a name, which nobody sees in the folder; the kernel does not fill them at once, the C library does it by writing */
static bool
fill_removed_files(void)
{
	for (int i = 0; i < 5; i++) {
		int fd = open("tmp/x", O_RDWR | O_CREAT | O_CLOEXEC, 0600);
		if (fallocate(fd, 0, 0, MUCH) == 0 || posix_fallocate(fd, 0, MUCH) != 0)
			_exit(71);
		unlink("tmp/x");
	}
	return stall();
}

static bool
make_deep_folders(void)
{
	for (int i = 0; i < 300; i++)
		if (mkdir("0", 0700) != 0 || chdir("0") != 0)
			_exit(72);
	put("file", "deep");
	return stall();
}

/* A folder that nobody may read, root without its capabilities neither; it must go all the same */
static bool
hide_folders(void)
{
	umask(0777);
	bool broke_out = mkdir("tmp/closed", 0777) != 0 || mkdir("tmp/closed/in", 0777) == 0;
	umask(0077);
	return broke_out;
}

static bool
leave_nothing(void)
{
	_exit(0);
}

static bool
make_other_kind(void)
{
	put(result, "{\\rtf1 no}");
	_exit(0);
}

static bool
make_empty(void)
{
	put(result, "");
	_exit(0);
}

static bool
make_folder(void)
{
	_exit(mkdir(result, 0700));
}

/* LibreOffice ends so when its profile is new */
static bool
want_second_start(void)
{
	if (access("tmp/second", F_OK) == 0)
		return false;
	put("tmp/second", "");
	_exit(81);
}

static bool
want_more_starts(void)
{
	_exit(81);
}

static bool
fail_with_result(void)
{
	put(result, ZIP "kept");
	_exit(1);
}

static bool
do_nothing_bad(void)
{
	return false;
}

static const struct {
	const char *name;
	bool (*act)(void);
} acts[] = {
	{"allowed", do_what_is_allowed},
	{"burn", burn},
	{"change-itself", change_itself},
	{"connect-other", connect_other},
	{"die", die},
	{"execute", execute},
	{"fail-with-result", fail_with_result},
	{"fill-removed-files", fill_removed_files},
	{"hide-folders", hide_folders},
	{"leave-nothing", leave_nothing},
	{"link-other", link_other},
	{"list-other", list_other},
	{"look-into-others", look_into_others},
	{"make-deep-folders", make_deep_folders},
	{"make-empty", make_empty},
	{"make-folder", make_folder},
	{"make-many-files", make_many_files},
	{"make-other", make_other},
	{"make-other-kind", make_other_kind},
	{"make-processes", make_processes},
	{"make-sockets", make_sockets},
	{"nothing-bad", do_nothing_bad},
	{"read-other", read_other},
	{"remove-other", remove_other},
	{"signal-others", signal_others},
	{"stall", stall},
	{"take-memory", take_memory},
	{"want-more-starts", want_more_starts},
	{"want-second-start", want_second_start},
	{"write-behind-limit", write_behind_limit},
	{"write-other", write_other},
};

/* … --convert-to KIND --outdir FOLDER INPUT */
int
main(int argc, char **argv)
{
	static char line[PLAN], path[PLAN], input[PLAN];
	if (argc < 6)
		return 64;
	snprintf(path, sizeof(path), "%s/plan.%s", argv[argc - 2], argv[argc - 4]);
	result = path;
	snprintf(input, sizeof(input), "%s", argv[argc - 1]);
	int fd = open(input, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || read(fd, line, sizeof(line) - 1) <= 0)
		return 65;
	char *space = strchr(line, ' ');
	if (space != NULL)
		*space = '\0';
	other = space != NULL ? space + 1 : "";
	for (size_t i = 0; i < sizeof(acts) / sizeof(*acts); i++)
		if (strcmp(acts[i].name, line) == 0) {
			put(path, acts[i].act() ? ZIP "broke out" : ZIP "kept");
			return 0;
		}
	return 66;
}
