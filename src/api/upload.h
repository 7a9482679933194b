/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upload.h: the files of a form, kept beside the memory while they come: in files without a name, which end with the process */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

G_BEGIN_DECLS

typedef struct _DdUpload DdUpload;

/* @content_type: of the form. Returns: (transfer full) or NULL; DD_ERROR_INVALID_DATA */
DdUpload *
dd_upload_new(const char *content_type, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/*
 * Takes the next bytes of the body. Returns: FALSE as of dd_multipart_feed, or with DD_ERROR_TOO_LARGE (over DD_MAX_UPLOAD_BYTES in all),
 * DD_ERROR_INVALID_DATA (a field that is no file), DD_ERROR_NO_SPACE, DD_ERROR_IO; after that nothing counts any more
 */
bool
dd_upload_feed(DdUpload *self, const char *bytes, size_t len, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* All has come. Returns: FALSE when the form is not whole, with what dd_upload_feed said, or with DD_ERROR_MISSING: no file, or an empty one */
bool
dd_upload_finish(DdUpload *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Of a finished one: how many files there are */
size_t
dd_upload_count(const DdUpload *self);
/* Returns: (transfer none) what one is called, without folders, fit to be shown */
const char *
dd_upload_get_name(const DdUpload *self, size_t i);
/* Returns: (transfer full) its bytes, mapped; NULL with DD_ERROR_IO */
GBytes *
dd_upload_get_bytes(const DdUpload *self, size_t i, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
dd_upload_free(DdUpload *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdUpload, dd_upload_free)

G_END_DECLS
