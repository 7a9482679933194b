/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page.c: files of the page, in the coding that the browser likes best, to be kept for ever or asked for again */
#include "page.h"

#include <string.h>

#define PAGE "/index.html"
#define ASSETS "/assets/"

/*
 * Scripts come from this server alone and none stands in the page. Ant Design writes its styles while it runs, so those may. blob: is for files
 * that the page makes itself (CSV, drawings); frames, forms to elsewhere and plug-ins are for nobody
 */
static const char policy[] =
	"default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
	"img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
	"worker-src 'self'; manifest-src 'self'; form-action 'self'; "
	"base-uri 'none'; frame-ancestors 'none'";

/* Returns: (transfer none) the file at @path, NULL when there is none */
static const DdPageFile *
find_file(const char *path)
{
	size_t first = 0, end = dd_n_page_files;
	while (first < end) {
		size_t middle = first + (end - first) / 2;
		int order = strcmp(path, dd_page_files[middle].path);
		if (order == 0)
			return &dd_page_files[middle];
		if (order < 0)
			end = middle;
		else
			first = middle + 1;
	}
	return NULL;
}

/* A path of the page has no point and nothing encoded, so that what looks like a file and is none is told as such */
static bool
is_view(const char *path)
{
	return strncmp(path, "/api/", strlen("/api/")) != 0 && strcmp(path, "/api") != 0 &&
	       strncmp(path, ASSETS, strlen(ASSETS)) != 0 && strpbrk(path, ".%") == NULL;
}

static void
set_file(const DdPageFile *file, const char *accept_encoding, DdAnswer *answer)
{
	bool asset = strncmp(file->path, ASSETS, strlen(ASSETS)) == 0;
	const DdPageBytes *bytes = &file->plain;
	answer->coding = dd_header_pick_coding(accept_encoding);
	if (answer->coding == DD_CODING_BROTLI && file->brotli.len > 0)
		bytes = &file->brotli;
	else if (answer->coding != DD_CODING_NONE && file->gzip.len > 0)
		bytes = &file->gzip;
	if (bytes == &file->plain)
		answer->coding = DD_CODING_NONE;
	answer->status = 200;
	answer->type = file->type;
	answer->body = g_bytes_new_static(bytes->bytes, bytes->len);
	answer->policy = policy;
	/* what has a hash in its name never changes */
	answer->keep = asset ? "public, max-age=31536000, immutable" : "no-cache";
	g_snprintf(answer->etag, sizeof(answer->etag), "\"%s\"", file->hash);
}

bool
dd_page_answer(const char *path, const char *accept_encoding, DdAnswer *answer)
{
	const DdPageFile *file = find_file(path);
	if (file == NULL && is_view(path))
		file = find_file(PAGE);
	if (file != NULL)
		set_file(file, accept_encoding, answer);
	else if (dd_n_page_files == 0 && strcmp(path, "/") == 0)
		dd_answer_problem(answer, DD_PROBLEM_NOT_FOUND,
			"bản dựng này không có trang; API ở /api/v1 (this build has no page: meson "
			"setup -Dpage=true; the API is at /api/v1)");
	else
		return false;
	return true;
}
