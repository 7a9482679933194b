/* SPDX-License-Identifier: GPL-3.0-or-later */
/* acts.c: what a reader of files might be made to do by a file that took it over, and what one might do by mistake */
#include "acts.h"

#include "document-builder.h"
#include "error.h"
#include "frame.h"
#include "wire.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

#define PAGE 4096

typedef struct {
	const char *name;
	int (*act)(void);
} Act;

/* The stream of the good document; set once, before anything bad is done */
static GByteArray *good;

static void
say(const void *bytes, size_t len)
{
	const char *at = bytes;
	while (len > 0) {
		ssize_t n = write(STDOUT_FILENO, at, len);
		if (n <= 0)
			_exit(DD_ACT_NOT_STOPPED);
		at += n;
		len -= (size_t)n;
	}
}

static bool
keep(const void *bytes, size_t len, G_GNUC_UNUSED void *user_data)
{
	g_byte_array_append(good, bytes, (guint)len);
	return true;
}

void
dd_act_prepare(void)
{
	const DdParagraph paragraph = {.text = "Nhiệm vụ", .number = "1."};
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("DOCX");
	good = g_byte_array_new();
	if (!dd_document_builder_add_paragraph(builder, &paragraph, NULL))
		_exit(DD_ACT_UNKNOWN);
	g_autoptr(DdDocument) document = dd_document_builder_finish(builder, NULL);
	if (document == NULL || !dd_wire_write_document(&(DdWireWriter){.write = keep}, document))
		_exit(DD_ACT_UNKNOWN);
}

static int
send_good(void)
{
	say(good->data, good->len);
	return 0;
}

/* Nothing that the filter forbids, and no end */
static int
stall(void)
{
	uint32_t word = 0;
	while (word == 0)
		syscall(SYS_futex, &word, FUTEX_WAIT, 0, NULL, NULL, 0);
	return DD_ACT_NOT_STOPPED;
}

static int
open_file(void)
{
	return open("/etc/passwd", O_RDONLY | O_CLOEXEC) >= 0 ? DD_ACT_NOT_STOPPED : 1;
}

static int
make_file(void)
{
	return open("/tmp/dondoc-malice", O_CREAT | O_WRONLY | O_CLOEXEC, 0600) >= 0
		       ? DD_ACT_NOT_STOPPED
		       : 1;
}

static int
look_at_file(void)
{
	struct stat info;
	return stat("/etc/passwd", &info) == 0 ? DD_ACT_NOT_STOPPED : 1;
}

static int
remove_file(void)
{
	return unlink("/nonexistent/dondoc-malice") == 0 ? DD_ACT_NOT_STOPPED : 1;
}

static int
connect_inet(void)
{
	const struct sockaddr_in address = {
		.sin_family = AF_INET, .sin_port = htons(80), .sin_addr = {htonl(INADDR_LOOPBACK)}};
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	return connect(fd, (const struct sockaddr *)&address, sizeof(address)) == 0
		       ? DD_ACT_NOT_STOPPED
		       : 1;
}

static int
connect_unix(void)
{
	int fds[2];
	return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds) == 0 ? DD_ACT_NOT_STOPPED : 1;
}

static int
execute(void)
{
	char name[] = "/bin/true";
	char *arguments[] = {name, NULL};
	execve(name, arguments, NULL);
	return 1;
}

static int
make_process(void)
{
	pid_t pid = fork();
	if (pid == 0)
		_exit(0);
	return pid > 0 ? DD_ACT_NOT_STOPPED : 1;
}

static void *
do_nothing(void *data)
{
	return data;
}

static int
make_thread(void)
{
	pthread_t thread;
	return pthread_create(&thread, NULL, do_nothing, NULL) == 0 ? DD_ACT_NOT_STOPPED : 1;
}

static int
end_parent(void)
{
	return kill(getppid(), SIGKILL) == 0 ? DD_ACT_NOT_STOPPED : 1;
}

static int
signal_parent_by_thread(void)
{
	/* allowed towards itself only: getppid is not */
	return syscall(SYS_tgkill, 1, 1, SIGABRT) == 0 ? DD_ACT_NOT_STOPPED : 1;
}

static int
stop_itself(void)
{
	/* the one call of the filter with another signal than it leaves */
	return syscall(SYS_tgkill, getpid(), gettid(), SIGSTOP) == 0 ? DD_ACT_NOT_STOPPED : 1;
}

static int
trace_parent(void)
{
	return ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0 ? DD_ACT_NOT_STOPPED : 1;
}

static int
read_memory_of_others(void)
{
	char byte;
	const struct iovec here = {&byte, 1};
	const struct iovec there = {&byte, 1};
	return process_vm_readv(1, &here, 1, &there, 1, 0) == 1 ? DD_ACT_NOT_STOPPED : 1;
}

static int
make_code(void)
{
	void *page = mmap(
		NULL, PAGE, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	return page != MAP_FAILED ? DD_ACT_NOT_STOPPED : 1;
}

static int
turn_into_code(void)
{
	void *page = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (page == MAP_FAILED)
		return 1;
	return mprotect(page, PAGE, PROT_READ | PROT_EXEC) == 0 ? DD_ACT_NOT_STOPPED : 1;
}

static int
map_file(void)
{
	return mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0) != MAP_FAILED
		       ? DD_ACT_NOT_STOPPED
		       : 1;
}

static int
make_memory_file(void)
{
	return memfd_create("malice", MFD_CLOEXEC) >= 0 ? DD_ACT_NOT_STOPPED : 1;
}

static int
raise_limit(void)
{
	const struct rlimit all = {RLIM_INFINITY, RLIM_INFINITY};
	return setrlimit(RLIMIT_AS, &all) == 0 ? DD_ACT_NOT_STOPPED : 1;
}

static int
write_elsewhere(void)
{
	return write(STDIN_FILENO, "x", 1) == 1 ? DD_ACT_NOT_STOPPED : 1;
}

static int
call_by_ring(void)
{
	return syscall(SYS_io_uring_setup, 1, NULL) >= 0 ? DD_ACT_NOT_STOPPED : 1;
}

/* The calls of 32 bits have other numbers: 5 is open there and fstat here */
static int
call_as_other_machine(void)
{
#ifdef __x86_64__
	long result;
	__asm__ volatile("int $0x80"
			 : "=a"(result)
			 : "a"(5L), "b"(0L), "c"(0L), "d"(0L)
			 : "memory");
	return DD_ACT_NOT_STOPPED;
#else
	return open_file();
#endif
}

static int
fill_memory(void)
{
	for (size_t n = 0; n < SIZE_MAX; n++) {
		char *block = g_malloc((size_t)1 << 20);
		memset(block, 1, (size_t)1 << 20);
	}
	return DD_ACT_NOT_STOPPED;
}

static int
burn(void)
{
	volatile uint64_t i = 0;
	while (i != UINT64_MAX)
		i = i + 1;
	return DD_ACT_NOT_STOPPED;
}

static int
overflow_stack_from(volatile char *above) /* NOLINT(misc-no-recursion): without limit on purpose */
{
	volatile char here[PAGE];
	here[0] = *above;
	if (here[0] == 0)
		return 0;
	return overflow_stack_from(here) + here[0];
}

static int
overflow_stack(void)
{
	volatile char first = 1;
	return overflow_stack_from(&first);
}

static int
break_heap(void)
{
	char *volatile block = malloc(32);
	free(block);
	free(block); /* NOLINT(clang-analyzer-unix.Malloc): glibc finds it and aborts */
	return DD_ACT_NOT_STOPPED;
}

static int
say_nothing(void)
{
	return 0;
}

static int
close_pipe_and_stall(void)
{
	close(STDOUT_FILENO);
	return stall();
}

static int
say_nonsense(void)
{
	say("GET / HTTP/1.1\r\n\r\n", 18);
	return 0;
}

static int
say_nonsense_and_stall(void)
{
	say_nonsense();
	return stall();
}

static int
say_half(void)
{
	say(good->data, good->len / 2);
	return 0;
}

static int
say_half_and_stall(void)
{
	say_half();
	return stall();
}

static int
say_half_and_die(void)
{
	say_half();
	abort();
}

static int
send_good_and_stall(void)
{
	send_good();
	return stall();
}

static int
send_good_and_close_and_stall(void)
{
	send_good();
	return close_pipe_and_stall();
}

static int
send_good_and_die(void)
{
	send_good();
	abort();
}

static int
send_good_and_fail(void)
{
	send_good();
	return 1;
}

static int
send_good_twice(void)
{
	send_good();
	return send_good();
}

static int
send_good_and_leave_child(void)
{
	send_good();
	if (fork() == 0) {
		sleep(5); /* holds the pipe open, then is gone by itself */
		_exit(0);
	}
	return 0;
}

/* The first paragraph of the good document over and over: each frame is right, and there is no end */
static int
send_endlessly(void)
{
	size_t at = DD_WIRE_GREETING_BYTES;
	while (good->data[at] != DD_FRAME_PARAGRAPH) {
		uint32_t len;
		memcpy(&len, good->data + at + 1, sizeof(len));
		at += DD_FRAME_HEAD_BYTES + GUINT32_FROM_LE(len);
	}
	uint32_t len;
	memcpy(&len, good->data + at + 1, sizeof(len));
	say(good->data, at);
	while (good->len > 0)
		say(good->data + at, DD_FRAME_HEAD_BYTES + GUINT32_FROM_LE(len));
	return DD_ACT_NOT_STOPPED;
}

static bool
write_frame(const void *bytes, size_t len, G_GNUC_UNUSED void *user_data)
{
	say(bytes, len);
	return true;
}

static int
send_error(void)
{
	g_autoptr(GError)
		error = g_error_new_literal(DD_ERROR, DD_ERROR_EMPTY, "tệp rỗng (an empty file)");
	return dd_wire_write_error(&(DdWireWriter){.write = write_frame}, error) ? 0 : 1;
}

/* Sends the good document when it was started with nothing but what it needs */
static int
look_around(void)
{
	struct stat two, null;
	/* how malloc is to work, and nothing of the caller's */
	if (environ == NULL || environ[0] == NULL || environ[1] != NULL ||
		strcmp(environ[0], "GLIBC_TUNABLES=glibc.malloc.tcache_count=1000") != 0)
		return 10;
	if (fstat(STDERR_FILENO, &two) != 0 || stat("/dev/null", &null) != 0 ||
		two.st_rdev != null.st_rdev)
		return 11;
	for (int fd = STDERR_FILENO + 1; fd < 256; fd++)
		if (fcntl(fd, F_GETFD) >= 0)
			return 12;
	sigset_t held;
	struct sigaction pipe;
	if (sigprocmask(SIG_SETMASK, NULL, &held) != 0 || sigismember(&held, SIGUSR1) == 1 ||
		sigaction(SIGPIPE, NULL, &pipe) != 0 || pipe.sa_handler != SIG_DFL)
		return 13;
	return send_good();
}

/* Sends the good document when the input is not to be written to */
static int
write_to_input(void)
{
	return write(STDIN_FILENO, "x", 1) < 0 && errno == EBADF ? send_good() : DD_ACT_NOT_STOPPED;
}

static const Act acts[] = {
	{"break-heap", break_heap},
	{"burn", burn},
	{"call-as-other-machine", call_as_other_machine},
	{"call-by-ring", call_by_ring},
	{"close-pipe-and-stall", close_pipe_and_stall},
	{"connect-inet", connect_inet},
	{"connect-unix", connect_unix},
	{"end-parent", end_parent},
	{"execute", execute},
	{"fill-memory", fill_memory},
	{"look-around", look_around},
	{"look-at-file", look_at_file},
	{"make-code", make_code},
	{"make-file", make_file},
	{"make-memory-file", make_memory_file},
	{"make-process", make_process},
	{"make-thread", make_thread},
	{"map-file", map_file},
	{"open-file", open_file},
	{"overflow-stack", overflow_stack},
	{"raise-limit", raise_limit},
	{"read-memory-of-others", read_memory_of_others},
	{"remove-file", remove_file},
	{"say-half", say_half},
	{"say-half-and-die", say_half_and_die},
	{"say-half-and-stall", say_half_and_stall},
	{"say-nonsense", say_nonsense},
	{"say-nonsense-and-stall", say_nonsense_and_stall},
	{"say-nothing", say_nothing},
	{"send-endlessly", send_endlessly},
	{"send-error", send_error},
	{"send-good", send_good},
	{"send-good-and-close-and-stall", send_good_and_close_and_stall},
	{"send-good-and-die", send_good_and_die},
	{"send-good-and-fail", send_good_and_fail},
	{"send-good-and-leave-child", send_good_and_leave_child},
	{"send-good-and-stall", send_good_and_stall},
	{"send-good-twice", send_good_twice},
	{"signal-others", signal_parent_by_thread},
	{"stall", stall},
	{"stop-itself", stop_itself},
	{"trace-parent", trace_parent},
	{"turn-into-code", turn_into_code},
	{"write-elsewhere", write_elsewhere},
	{"write-to-input", write_to_input},
};

int
dd_act(const char *name)
{
	gint64 number;
	for (size_t i = 0; i < G_N_ELEMENTS(acts); i++)
		if (strcmp(acts[i].name, name) == 0)
			return acts[i].act();
	if (g_str_has_prefix(name, "exit-") &&
		g_ascii_string_to_signed(name + strlen("exit-"), 10, 0, 255, &number, NULL))
		return (int)number;
	if (g_str_has_prefix(name, "signal-") &&
		g_ascii_string_to_signed(name + strlen("signal-"), 10, 1, 64, &number, NULL)) {
		raise((int)number);
		return DD_ACT_NOT_STOPPED;
	}
	return DD_ACT_UNKNOWN;
}
