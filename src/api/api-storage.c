/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-storage.c: how much room the store takes, of what, and how much there is left */
#include <sys/statvfs.h>

#include "api-office.h"
#include "storage.h"

/* Writes what the disk that @folder (nullable) lies on has, null where that is another machine's */
static void
write_disk(DdJsonWriter *json, const char *folder)
{
	struct statvfs disk;
	if (folder == NULL || statvfs(folder, &disk) != 0) {
		dd_json_null(json, "disk");
		return;
	}
	dd_json_open(json, "disk", '{', true);
	dd_json_uint(json, "bytes", (uint64_t)disk.f_blocks * disk.f_frsize);
	/* to whoever is not root */
	dd_json_uint(json, "free", (uint64_t)disk.f_bavail * disk.f_frsize);
	dd_json_close(json, '}');
}

static void
write_kinds(DdJsonWriter *json, const DdStorage *storage)
{
	if (!storage->sorted) {
		dd_json_null(json, "kinds");
		return;
	}
	dd_json_open(json, "kinds", '[', true);
	for (DdStorageKind kind = 0; kind < DD_STORAGE_LAST; kind++) {
		dd_json_open(json, NULL, '{', true);
		dd_json_string(json, "kind", dd_storage_kind_to_string(kind));
		dd_json_uint(json, "bytes", (uint64_t)storage->kinds[kind]);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
}

bool
dd_api_get_storage(const DdRequest *request, DdAnswer *answer, GError **error)
{
	g_auto(DdStorage) storage = {0};
	if (!dd_storage_measure(request->store, &storage, error))
		return false;
	bool sqlite = dd_db_get_engine(dd_store_get_db(request->store)) == DD_DB_SQLITE;
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_string(json, "engine", sqlite ? "sqlite" : "postgresql");
	dd_json_uint(json, "bytes", (uint64_t)storage.bytes);
	dd_json_uint(json, "unused", (uint64_t)storage.unused);
	write_disk(json, storage.folder);
	write_kinds(json, &storage);
	dd_json_uint(json, "documents", (uint64_t)storage.documents);
	dd_json_uint(json, "heard", (uint64_t)storage.heard);
	dd_json_uint(json, "tasks", (uint64_t)storage.tasks);
	dd_json_uint(json, "files", (uint64_t)storage.files);
	dd_json_uint(json, "file_bytes", (uint64_t)storage.file_bytes);
	dd_json_uint(json, "waiting_bytes", (uint64_t)storage.waiting_bytes);
	dd_json_uint(json, "records", (uint64_t)storage.records);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}
