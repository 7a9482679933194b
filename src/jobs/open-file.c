/* SPDX-License-Identifier: GPL-3.0-or-later */
/* open-file.c: bytes in memory as a sealed file for the worker */
#include "open-file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "error.h"
#include "run-worker.h"

bool
dd_file_is_for_worker(const guint8 *bytes, gsize len)
{
	static const struct {
		const char *bytes;
		gsize len;
	} magics[] = {
		{"PK\x03\x04", 4},       /* ZIP: DOCX */
		{"\xD0\xCF\x11\xE0", 4}, /* OLE: old Word, and DOCX with a password */
	};
	for (gsize i = 0; i < G_N_ELEMENTS(magics); i++)
		if (len >= magics[i].len && memcmp(bytes, magics[i].bytes, magics[i].len) == 0)
			return true;
	return false;
}

static bool
write_all(int fd, const guint8 *bytes, gsize len)
{
	while (len > 0) {
		ssize_t n = write(fd, bytes, len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		bytes += n;
		len -= (gsize)n;
	}
	return true;
}

DdDocument *
dd_file_open(const guint8 *bytes, gsize len, GError **error)
{
	int fd = memfd_create("dondoc", MFD_CLOEXEC | MFD_ALLOW_SEALING);
	if (fd < 0 || !write_all(fd, bytes, len) || lseek(fd, 0, SEEK_SET) != 0 ||
		fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) != 0) {
		g_set_error(error, DD_ERROR, DD_ERROR_IO,
			"không đủ bộ nhớ để mở tệp (no memory for the file: %s)", g_strerror(errno));
		if (fd >= 0)
			close(fd);
		return NULL;
	}
	DdDocument *document = dd_worker_run(fd, NULL, error);
	close(fd);
	return document;
}
