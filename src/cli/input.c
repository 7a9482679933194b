/* SPDX-License-Identifier: GPL-3.0-or-later */
/* input.c: reads a file or standard input, bounded */
#include "input.h"

#include "error.h"
#include "maxima.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_STEP ((size_t)256 << 10) /* bytes asked for at once */

static void
set_too_large(GError **error)
{
	g_set_error(error, DD_ERROR,
		DD_ERROR_TOO_LARGE, "tệp lớn hơn %u MB; hãy tách thành nhiều tệp rồi đọc lại (larger than %u MB; split it and read the parts)",
		DD_MAX_FILE_BYTES >> 20, DD_MAX_FILE_BYTES >> 20);
}

static void
set_errno(GError **error, int number)
{
	const char *vi = number == ENOENT   ? "không có tệp này"
			 : number == EACCES ? "không có quyền đọc"
			 : number == EISDIR ? "là thư mục, không phải tệp"
					    : "không đọc được";
	g_set_error(error, DD_ERROR, number == EISDIR ? DD_ERROR_UNSUPPORTED : DD_ERROR_IO,
		"%s (%s)", vi, number == EISDIR ? "a folder, not a file" : g_strerror(number));
}

/* Makes room for what the file says it holds. Returns: FALSE when it is too large or a folder */
static bool
check_size(int fd, GByteArray *bytes, GError **error)
{
	struct stat info;
	if (fstat(fd, &info) != 0) {
		set_errno(error, errno);
		return false;
	}
	if (S_ISDIR(info.st_mode)) {
		set_errno(error, EISDIR);
		return false;
	}
	if (!S_ISREG(info.st_mode))
		return true;
	if (info.st_size > (off_t)DD_MAX_FILE_BYTES) {
		set_too_large(error);
		return false;
	}
	/* One byte more lets the first read see the end; it also makes the array's room exact. */
	g_byte_array_set_size(bytes, (guint)info.st_size + 1);
	g_byte_array_set_size(bytes, 0);
	return true;
}

static bool
read_all(int fd, GByteArray *bytes, GError **error)
{
	for (;;) {
		guint len = bytes->len;
		if (len > DD_MAX_FILE_BYTES) {
			set_too_large(error);
			return false;
		}
		size_t step = MIN(READ_STEP, (size_t)DD_MAX_FILE_BYTES + 1 - len);
		g_byte_array_set_size(bytes, len + (guint)step);
		ssize_t got = read(fd, bytes->data + len, step);
		int number = errno;
		g_byte_array_set_size(bytes, len + (guint)MAX(got, 0));
		if (got == 0)
			return true;
		if (got < 0 && number != EINTR) {
			set_errno(error, number);
			return false;
		}
	}
}

GByteArray *
dd_input_read(const char *path, GError **error)
{
	bool standard = strcmp(path, "-") == 0;
	int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0) {
		set_errno(error, errno);
		return NULL;
	}
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	bool good = check_size(fd, bytes, error) && read_all(fd, bytes, error);
	if (!standard)
		close(fd);
	return good ? g_steal_pointer(&bytes) : NULL;
}

DdReader *
dd_input_open_reader(const char *units_path, GError **error)
{
	if (units_path == NULL)
		return dd_reader_new(NULL, error);
	g_autoptr(GByteArray) bytes = dd_input_read(units_path, error);
	if (bytes == NULL)
		return NULL;
	if (memchr(bytes->data, '\0', bytes->len) != NULL) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"không phải tệp CSV (not a CSV file: it holds NUL bytes)");
		return NULL;
	}
	g_byte_array_append(bytes, (const guint8 *)"", 1);
	DdReader *reader = dd_reader_new((const char *)bytes->data, error);
	if (reader == NULL)
		g_prefix_error(error, "danh mục đơn vị sai (bad list of units): ");
	return reader;
}
