/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upload.c: parts of a form go to files */
#include "upload.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "error.h"
#include "maxima.h"
#include "multipart.h"
#include "width.h"

typedef struct {
	char *name;
	int fd;
	size_t size;
} File;

struct _DdUpload {
	DdMultipart *form;
	GArray *files; /* of File; the last one is the one that comes */
	size_t total;  /* bytes of the form */
	bool broken;
};

static void
clear_file(gpointer data)
{
	File *file = data;
	g_free(file->name);
	close(file->fd);
}

static bool
fail_io(GError **error, int number)
{
	g_set_error(error, DD_ERROR, number == ENOSPC ? DD_ERROR_NO_SPACE : DD_ERROR_IO,
		"không giữ được tệp gửi lên (cannot keep a file that comes): %s", g_strerror(number));
	return false;
}

/* Returns: (transfer full) a name that can be shown, cut at a letter */
static char *
make_name(const char *sent)
{
	g_autofree char *clean = dd_width_clean(sent);
	g_strstrip(clean);
	g_autofree char *cut = g_strndup(clean, DD_MAX_MEMBER_NAME_BYTES);
	return g_utf8_make_valid(*cut != '\0' ? cut : "-", -1);
}

static bool
begin(const char *name, const char *file, void *user_data, GError **error)
{
	DdUpload *self = user_data;
	if (file == NULL) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"“%.64s” không phải tệp; biểu mẫu chỉ có tệp (\"%.64s\" is no file: the "
			"form takes files only)",
			name, name);
		return false;
	}
	g_autofree char *path = g_build_filename(g_get_tmp_dir(), "dondoc-XXXXXX", NULL);
	int fd = g_mkstemp_full(path, O_RDWR | O_CLOEXEC, 0600);
	if (fd < 0)
		return fail_io(error, errno);
	unlink(path);
	const File one = {make_name(file), fd, 0};
	g_array_append_val(self->files, one);
	return true;
}

static bool
take(const char *bytes, size_t len, void *user_data, GError **error)
{
	DdUpload *self = user_data;
	File *file = &g_array_index(self->files, File, self->files->len - 1);
	file->size += len;
	while (len > 0) {
		ssize_t n = write(file->fd, bytes, len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return fail_io(error, n < 0 ? errno : ENOSPC);
		bytes += n;
		len -= (size_t)n;
	}
	return true;
}

/* A page sends an empty part without a name where nobody picked a file */
static bool
end(void *user_data, GError **error)
{
	DdUpload *self = user_data;
	const File *file = &g_array_index(self->files, File, self->files->len - 1);
	if (file->size > 0)
		return true;
	if (strcmp(file->name, "-") == 0) {
		g_array_set_size(self->files, self->files->len - 1);
		return true;
	}
	g_set_error(error, DD_ERROR, DD_ERROR_MISSING, "%s: tệp rỗng (an empty file)", file->name);
	return false;
}

DdUpload *
dd_upload_new(const char *content_type, GError **error)
{
	g_autoptr(DdUpload) self = g_new0(DdUpload, 1);
	self->files = g_array_new(FALSE, FALSE, sizeof(File));
	g_array_set_clear_func(self->files, clear_file);
	self->form = dd_multipart_new(content_type, &(DdMultipartSink){begin, take, end, self}, error);
	return self->form != NULL ? g_steal_pointer(&self) : NULL;
}

bool
dd_upload_feed(DdUpload *self, const char *bytes, size_t len, GError **error)
{
	self->broken = true;
	if (len > DD_MAX_UPLOAD_BYTES - self->total) {
		g_set_error(error, DD_ERROR,
			DD_ERROR_TOO_LARGE, "biểu mẫu lớn hơn %u MB; hãy gửi từng tệp (larger than %u MB: send files one by one)",
			DD_MAX_UPLOAD_BYTES >> 20, DD_MAX_UPLOAD_BYTES >> 20);
		return false;
	}
	self->total += len;
	self->broken = !dd_multipart_feed(self->form, bytes, len, error);
	return !self->broken;
}

bool
dd_upload_finish(DdUpload *self, GError **error)
{
	g_return_val_if_fail(!self->broken, false);
	if (!dd_multipart_finish(self->form, error))
		return false;
	if (self->files->len > 0)
		return true;
	g_set_error_literal(error, DD_ERROR, DD_ERROR_MISSING,
		"biểu mẫu không có tệp nào (there is no file in the form)");
	return false;
}

size_t
dd_upload_count(const DdUpload *self)
{
	return self->files->len;
}

const char *
dd_upload_get_name(const DdUpload *self, size_t i)
{
	return g_array_index(self->files, File, i).name;
}

GBytes *
dd_upload_get_bytes(const DdUpload *self, size_t i, GError **error)
{
	g_autoptr(GError) why = NULL;
	g_autoptr(GMappedFile) mapped = g_mapped_file_new_from_fd(
		g_array_index(self->files, File, i).fd, FALSE, &why);
	if (mapped != NULL)
		return g_mapped_file_get_bytes(mapped);
	g_set_error(error, DD_ERROR, DD_ERROR_IO,
		"không đọc lại được tệp gửi lên (cannot read a file that came): %s", why->message);
	return NULL;
}

void
dd_upload_free(DdUpload *self)
{
	if (self == NULL)
		return;
	dd_multipart_free(self->form);
	g_array_unref(self->files);
	g_free(self);
}
