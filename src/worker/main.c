/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * main.c: dondoc-worker: one file on descriptor 0, its Document on descriptor 1. The only program that parses files, and it
 * does so with nothing in reach.
 */
#include "error.h"
#include "last-words.h"
#include "maxima.h"
#include "modules.h"
#include "reader-table.h"
#include "sandbox.h"
#include "sniff.h"
#include "streams.h"
#include "warm-up.h"
#include "wire.h"
#include "worker-status.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#define RECOGNISER "scan"
#define UNPACKER "archive"
#define PDF "pdf"
#define SIGNED "/ByteRange" /* each signature of a PDF has it: ISO 32000-1, 12.8.1 */
/* in the directory of an office file with a password, in UTF-16: MS-OFFCRYPTO 2.3.4.4 */
#define LOCKED "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"
#define PIECE_BYTES ((size_t)64 << 10)
#define PASSWORD_FD                                                                                \
	3 /* the caller puts its pipe there; closed with the rest on the way into the sandbox */

static const char help[] =
	"dondoc-worker [--recognise] [--unpack] [--password] <FILE >DOCUMENT\n\n"
	"Đọc một tệp trong vùng cách ly rồi ghi nội dung ra; dondoc tự gọi chương trình này.\n"
	"(Reads one file inside a sandbox and writes what is in it; dondoc starts it by "
	"itself.)\n\n"
	"  --recognise  nhận dạng chữ trên trang ảnh (recognise the letters of pages that are "
	"images)\n"
	"  --unpack     lấy các tệp trong tệp nén ra (take files out of an archive)\n"
	"  --password   mật khẩu của tệp ở mô tả tệp 3 (the file's password is on descriptor "
	"3)\n"
	"  --help     in trang này (this page)\n"
	"  --version  in phiên bản (the version)\n";

static bool
write_all(const void *bytes, size_t len, G_GNUC_UNUSED void *user_data)
{
	return dd_streams_write(STDOUT_FILENO, bytes, len);
}

/*
 * Reads from the beginning wherever the descriptor stands, for the caller shares its place. A copy and no mapping: whoever
 * changes the file meanwhile must not change it under a reader. @size: what it had at first; more is not looked at
 */
static guint8 *
read_input(size_t size, size_t *len_out, GError **error)
{
	if (size > DD_MAX_FILE_BYTES) {
		g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"tệp lớn hơn %u MB; hãy tách thành nhiều tệp rồi đọc lại "
			"(larger than %u MB; split it and read the parts)",
			DD_MAX_FILE_BYTES >> 20, DD_MAX_FILE_BYTES >> 20);
		return NULL;
	}
	g_autofree guint8 *bytes = g_malloc(size + 1);
	size_t len = 0;
	while (len < size) {
		ssize_t n = pread(STDIN_FILENO, bytes + len, size - len, (off_t)len);
		if (n == 0)
			break; /* somebody cut it meanwhile */
		if (n < 0 && errno != EINTR) {
			g_set_error(error, DD_ERROR, DD_ERROR_IO, "không đọc được tệp (%s)",
				g_strerror(errno));
			return NULL;
		}
		len += n > 0 ? (size_t)n : 0;
	}
	*len_out = len;
	return g_steal_pointer(&bytes);
}

/* What is asked of this run */
typedef struct {
	gboolean recognise, unpack, password;
} Order;

/* What this run has loaded */
typedef struct {
	const DdReaderModule *reader; /* NULL: the file's kind is read without */
	const DdRecogniser *recogniser;
	const DdReaderModule *unpacker;
	const DdDecryptModule *decryptor;         /* NULL: it is no office file with a password */
	char password[DD_MAX_PASSWORD_BYTES + 1]; /* "" none; wiped when the file is read */
	const DdSignatureModule *signatures;      /* NULL: the file names none */
	void *trust;                              /* for it */
	DdWireWriter *writer;
} Loaded;

static void
tell_progress(uint32_t done, uint32_t of, void *user_data)
{
	/* a pipe that is gone is found out at the end */
	(void)dd_wire_write_progress(user_data, done, of);
}

static bool
read_and_write(size_t size, Loaded *loaded)
{
	g_autoptr(GError) error = NULL;
	size_t len = 0;
	DdWireWriter *writer = loaded->writer;
	const DdReadContext context = {.signatures = loaded->signatures,
		.trust = loaded->trust,
		.recogniser = loaded->recogniser,
		.unpacker = loaded->unpacker,
		.decryptor = loaded->decryptor,
		.password = *loaded->password != '\0' ? loaded->password : NULL,
		.progress = tell_progress,
		.user_data = writer};
	g_autofree guint8 *bytes = read_input(size, &len, &error);
	g_autoptr(DdDocument)
		document = bytes != NULL ? dd_file_read(bytes, len, loaded->reader, &context, &error)
					 : NULL;
	explicit_bzero(loaded->password, sizeof(loaded->password));
	return document != NULL ? dd_wire_write_document(writer, document)
				: dd_wire_write_error(writer, error);
}

/* Does the file hold these bytes anywhere? Looked for piece by piece, each with the end of the one before. */
static bool
holds(const char *word, size_t size)
{
	guint8 piece[PIECE_BYTES];
	size_t kept = 0, overlap = size - 1;
	for (off_t at = 0;;) {
		ssize_t n = pread(STDIN_FILENO, piece + kept, PIECE_BYTES - kept, at);
		if (n <= 0)
			return false;
		size_t len = kept + (size_t)n;
		if (memmem(piece, len, word, size) != NULL)
			return true;
		at += n;
		if (at > (off_t)DD_MAX_FILE_BYTES)
			return false; /* it is not read either */
		kept = MIN(len, overlap);
		memmove(piece, piece + len - kept, kept);
	}
}

static bool
load_signatures(Loaded *loaded, GError **error)
{
	loaded->signatures = dd_module_load("signature", error);
	loaded->trust = loaded->signatures != NULL ? loaded->signatures->prepare(error) : NULL;
	return loaded->trust != NULL;
}

/* Returns: FALSE when there is no password, or a longer one than any may be */
static bool
take_password(char *password, size_t size)
{
	size_t len = 0;
	while (len < size) {
		ssize_t n = read(PASSWORD_FD, password + len, size - len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		len += (size_t)n;
	}
	if (len == 0 || len == size)
		return false;
	password[len] = '\0';
	return g_utf8_validate(password, -1, NULL);
}

/*
 * Bytes are only compared with words that tell which libraries the file calls for: nothing of it is parsed here. What has no
 * module needs the warm-up of the readers that are built in.
 */
static bool
load(const Order *order, Loaded *loaded, GError **error)
{
	bool recognise = order->recognise;
	g_autofree guint8 *head = g_malloc(DD_SNIFF_BYTES);
	ssize_t n = pread(STDIN_FILENO, head, DD_SNIFF_BYTES, 0);
	const char *name = n > 0 ? dd_file_get_module(head, (gsize)n) : NULL;
	bool locked = n > 0 && dd_sniff(head, (gsize)n, NULL) == DD_SNIFF_OLE &&
		      holds(LOCKED, sizeof(LOCKED) - 1);
	if (locked && (loaded->decryptor = dd_module_load("crypt", error)) == NULL)
		return false;
	if (name == NULL && order->unpack)
		loaded->unpacker = dd_module_load_reader(UNPACKER, recognise, error);
	if (name == NULL)
		return (loaded->unpacker != NULL || !order->unpack) && dd_warm_up(error);
	loaded->reader = dd_module_load_reader(name, recognise, error);
	if (loaded->reader == NULL)
		return false;
	if (strcmp(name, PDF) == 0 && holds(SIGNED, sizeof(SIGNED) - 1) &&
		!load_signatures(loaded, error))
		return false;
	bool is_recogniser = strcmp(name, RECOGNISER) == 0;
	const DdReaderModule *recogniser = loaded->reader;
	if (!is_recogniser)
		recogniser = recognise ? dd_module_load_reader(RECOGNISER, true, error) : NULL;
	loaded->recogniser = (const DdRecogniser *)(const void *)recogniser;
	return recogniser != NULL || !recognise;
}

static bool
enter_sandbox(const Loaded *loaded, GError **error)
{
	bool recognises = loaded->recogniser != NULL;
	const DdSandboxLimits limits = {
		.memory_bytes = recognises ? DD_MAX_RECOGNISER_MEMORY_BYTES : DD_MAX_WORKER_MEMORY_BYTES,
		.cpu_seconds = recognises ? DD_MAX_RECOGNISER_CPU_SECONDS : DD_MAX_WORKER_CPU_SECONDS,
		.refuses_files = loaded->reader != NULL || loaded->unpacker != NULL,
		.start = recognises ? loaded->recogniser->start : NULL,
	};
	if (!dd_sandbox_is_whole())
		fputs("dondoc-worker: bản dựng để kiểm lỗi, KHÔNG có vùng cách ly "
		      "(a build with sanitizers: there is NO sandbox)\n",
			stderr);
	return dd_sandbox_enter(&limits, error);
}

static DdWorkerStatus
run(const Order *order)
{
	g_autoptr(GError) error = NULL;
	size_t size = 0;
	DdWireWriter writer = {.write = write_all};
	Loaded loaded = {.writer = &writer};
	if (!dd_streams_check_input(&size)) {
		fputs("dondoc-worker: đầu vào phải là một tệp mở chỉ để đọc "
		      "(standard input must be a regular file, open for reading only)\n",
			stderr);
		return DD_WORKER_USAGE;
	}
	/* a caller that is killed leaves nobody who keeps the deadline */
	if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0)
		return DD_WORKER_FAILED;
	if (order->password && !take_password(loaded.password, sizeof(loaded.password)))
		return DD_WORKER_USAGE;
	dd_last_words_install();
	if (!load(order, &loaded, &error)) {
		if (g_error_matches(error, DD_ERROR, DD_ERROR_UNSUPPORTED) &&
			dd_wire_write_error(&writer, error))
			return DD_WORKER_DONE;
		fprintf(stderr, "dondoc-worker: %s\n", error->message);
		return DD_WORKER_FAILED;
	}
	if (!enter_sandbox(&loaded, &error)) {
		fprintf(stderr, "dondoc-worker: không vào được vùng cách ly (no sandbox): %s\n",
			error->message);
		return DD_WORKER_REFUSED;
	}
	return read_and_write(size, &loaded) ? DD_WORKER_DONE : DD_WORKER_FAILED;
}

#ifdef DD_SANITIZED
/* fontconfig keeps what it found for as long as the process lives; what else leaks is ours */
const char *
__lsan_default_options(void);
const char *
__lsan_default_suppressions(void);

const char *
__lsan_default_options(void)
{
	return "print_suppressions=0";
}

const char *
__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\n";
}
#endif

/* Returns: FALSE when something else is asked */
static bool
parse_order(int argc, char **argv, Order *order_out)
{
	const struct {
		const char *name;
		gboolean *flag;
	} flags[] = {{"--recognise", &order_out->recognise}, {"--unpack", &order_out->unpack},
		{"--password", &order_out->password}};
	for (int i = 1; i < argc; i++) {
		size_t at = 0;
		while (at < G_N_ELEMENTS(flags) && strcmp(argv[i], flags[at].name) != 0)
			at++;
		if (at == G_N_ELEMENTS(flags))
			return false;
		*flags[at].flag = TRUE;
	}
	return true;
}

int
main(int argc, char **argv)
{
	Order order = {0};
	if (parse_order(argc, argv, &order))
		return (int)run(&order);
	if (argc == 2 && strcmp(argv[1], "--help") == 0)
		return fputs(help, stdout) < 0 ? DD_WORKER_FAILED : DD_WORKER_DONE;
	if (argc == 2 && strcmp(argv[1], "--version") == 0)
		return puts("dondoc-worker " DONDOC_VERSION) < 0 ? DD_WORKER_FAILED : DD_WORKER_DONE;
	fputs(help, stderr);
	return DD_WORKER_USAGE;
}
