#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes plans to measure with: invented units, numbers, days and work, in the shapes that real plans have.

usage: make-plans.py --size MB FILE               one document of so many megabytes
       make-plans.py --size MB --many FOLDER      documents of 5 to 60 KB, together so many megabytes
       make-plans.py --bytes N FILE               one document of about N bytes

The same --seed (default 1) gives the same bytes. No two paragraphs are meant to be alike: each is put together anew.
"""
import argparse
import os
import random

MB = 1 << 20
PLACES = """Yên Hạ|Tân Lâm|Phú Điền|Cẩm Sơn|Hòa Thuận|Đông Giang|Vĩnh Lộc|Mỹ Khê|An Thạnh|Bình Trị|Kim Bôi|Quảng Thọ|
Thạch Bàn|Ea Nuôl|Krông Ana|Nghĩa Hưng|Long Điền|Ba Chẽ|Mường Lát|Sông Hinh|Trà Bồng|Đắk Hà|Gò Quao|Phước Hải|
Hương Trà|Lục Ngạn|Văn Bàn|Tủa Chùa|Ngọc Hiển|Bù Đăng|Xuân Lộc|Diên Khánh|Nam Đàn|Kỳ Sơn|Tiên Yên|Châu Phú"""
FIELDS = """Nông nghiệp và Môi trường|Giáo dục và Đào tạo|Y tế|Tài chính|Xây dựng|Nội vụ|Tư pháp|Công Thương|
Khoa học và Công nghệ|Văn hóa, Thể thao và Du lịch|Dân tộc và Tôn giáo|Ngoại vụ|Kế hoạch và Đầu tư|
Thông tin và Truyền thông|Lao động - Thương binh và Xã hội|Giao thông vận tải|Tài nguyên và Môi trường"""
ROOMS = """Hành chính - Tổng hợp|Kế hoạch - Tài chính|Tổ chức cán bộ|Quản lý chuyên ngành|Nghiệp vụ|Thanh tra - Pháp chế|
Văn hóa - Xã hội|Kinh tế|Kinh tế, Hạ tầng và Đô thị|Công nghệ số|Bảo vệ thực vật|Quản lý đầu tư công"""
OTHERS = """Công an tỉnh|Bộ Chỉ huy Quân sự tỉnh|Văn phòng UBND tỉnh|Thanh tra tỉnh|Ban Quản lý Khu kinh tế|Báo và Đài Phát thanh|
Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh|Tỉnh đoàn|Hội Nông dân tỉnh|Hội Liên hiệp Phụ nữ tỉnh|Liên đoàn Lao động tỉnh|
Kho bạc Nhà nước khu vực|Cục Thống kê|Bảo hiểm xã hội tỉnh|Trung tâm Phục vụ hành chính công|Ngân hàng Nhà nước chi nhánh tỉnh"""
GROUPS = """các đơn vị có liên quan|các sở, ban, ngành|UBND các xã, phường|UBND các huyện, thị xã, thành phố|các cơ quan liên quan|
các phòng chuyên môn|các đoàn thể chính trị - xã hội|các trường học trên địa bàn"""
VERBS = """Rà soát|Xây dựng|Tổ chức thực hiện|Triển khai|Nâng cấp|Hoàn thiện|Tuyên truyền, phổ biến|Kiểm tra, giám sát|Hướng dẫn|
Tham mưu ban hành|Đề xuất sửa đổi|Cập nhật|Số hóa|Đào tạo, bồi dưỡng về|Đánh giá|Tổng kết|Nhân rộng|Bố trí kinh phí cho|
Thống kê, phân loại|Công khai|Thẩm định|Khảo sát|Phát động phong trào|Tăng cường quản lý|Hỗ trợ phát triển|Đưa vào sử dụng"""
THINGS = """cơ sở dữ liệu hộ tịch|hệ thống cấp nước sạch|mạng lưới trạm quan trắc|quy trình giải quyết thủ tục hành chính|vùng nguyên liệu|
tuyến đường liên thôn|hồ sơ cán bộ, công chức|phòng học bộ môn|chợ dân sinh|điểm du lịch cộng đồng|rừng phòng hộ đầu nguồn|
kho lưu trữ|bản đồ số địa chính|tủ thuốc của trạm y tế|khu xử lý chất thải|dịch vụ công trực tuyến|đội ngũ khuyến nông|
di tích đã xếp hạng|thiết chế văn hóa cơ sở|sàn giao dịch việc làm|mô hình chuyển đổi số|nhãn hiệu chứng nhận|danh mục tài sản công|
quy chế phối hợp liên ngành|phần mềm quản lý văn bản|công trình thủy lợi nhỏ|chương trình sữa học đường|hợp tác xã kiểu mới"""
TAILS = """trên địa bàn tỉnh|bảo đảm đúng quy định|phù hợp với điều kiện của từng địa phương|theo hướng đồng bộ, liên thông|
phục vụ người dân và doanh nghiệp|gắn với xây dựng nông thôn mới|trong toàn ngành|ở vùng đồng bào dân tộc thiểu số|
nhằm giảm thời gian chờ đợi của người dân|kịp thời, tiết kiệm, hiệu quả|tại các xã biên giới|cho các đối tượng yếu thế|
tránh chồng chéo, trùng lặp|để làm cơ sở lập dự toán|bằng nguồn vốn sự nghiệp|từ nguồn xã hội hóa"""
STATES = """Công tác này đã đạt được những kết quả bước đầu|Nhận thức của một bộ phận cán bộ còn hạn chế|
Cơ sở vật chất tuy được quan tâm nhưng chưa đáp ứng yêu cầu|Việc phối hợp giữa các ngành có lúc chưa chặt chẽ|
Nguồn lực đầu tư còn dàn trải|Nhiều mô hình hay được người dân đồng tình hưởng ứng|Thời tiết diễn biến phức tạp, khó lường|
Giá vật tư tăng cao ảnh hưởng đến tiến độ|Tỷ lệ hài lòng của người dân tăng so với năm trước|
Phát huy vai trò của người đứng đầu|Khơi dậy tinh thần tự lực của cộng đồng dân cư|Lấy người dân làm trung tâm của mọi hoạt động|
Xác định đây là nhiệm vụ trọng tâm, xuyên suốt|Bảo đảm sự lãnh đạo thống nhất, toàn diện|Kế thừa kết quả của giai đoạn trước"""
PRODUCTS = """Báo cáo kết quả|Kế hoạch được ban hành|Quyết định của Chủ tịch UBND tỉnh|Văn bản hướng dẫn|Phần mềm đưa vào vận hành|
Danh mục được phê duyệt|Tờ trình và dự thảo Nghị quyết|Các lớp tập huấn|Biên bản nghiệm thu|Bộ dữ liệu hoàn chỉnh|Quy chế"""
NAMES_A = "Nguyễn|Trần|Lê|Phạm|Hoàng|Vũ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Nông|Rơ Châm|Lò"
NAMES_B = "Văn|Thị|Hữu|Đức|Quốc|Minh|Ngọc|Xuân|Thanh|Công|Đình|Kim"
NAMES_C = "An|Bình|Cường|Dũng|Giang|Hạnh|Hùng|Khôi|Lan|Mai|Nam|Oanh|Phúc|Quyết|Sơn|Tâm|Thảo|Tuyến|Vinh|Yến"
KINDS = (("Quyết định", "QĐ-UBND", "Ủy ban nhân dân tỉnh"), ("Quyết định", "QĐ-TTg", "Thủ tướng Chính phủ"),
         ("Chỉ thị", "CT-TTg", "Thủ tướng Chính phủ"), ("Nghị quyết", "NQ-CP", "Chính phủ"), ("Công văn", "BNV-CCHC", "Bộ Nội vụ"),
         ("Thông tư", "TT-BTC", "Bộ trưởng Bộ Tài chính"), ("Nghị định", "NĐ-CP", "Chính phủ"), ("Kế hoạch", "KH-UBND", "UBND tỉnh"),
         ("Nghị quyết", "NQ/TU", "Tỉnh ủy"), ("Chương trình", "CTr/TU", "Ban Chấp hành Đảng bộ tỉnh"))
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
LETTERS = "abcdđ"
FENCE = "_______\n"


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        for name in ("PLACES", "FIELDS", "ROOMS", "OTHERS", "GROUPS", "VERBS", "THINGS", "TAILS", "STATES", "PRODUCTS", "NAMES_A",
                     "NAMES_B", "NAMES_C"):
            setattr(self, name.lower(), globals()[name].replace("\n", "").split("|"))
        self.year = 2024
        self.number = 0

    def of(self, words):
        return words[int(self.random.random() * len(words))]

    def below(self, n):
        return int(self.random.random() * n)

    def unit(self):
        kind = self.below(10)
        if kind < 4:
            return "Sở " + self.of(self.fields)
        if kind < 6:
            return "Phòng " + self.of(self.rooms)
        if kind < 7:
            return f"UBND {self.of(('xã', 'phường', 'huyện', 'thị xã'))} {self.of(self.places)}"
        return self.of(self.others)

    def helpers(self):
        names = [self.unit() for _ in range(1 + self.below(3))]
        return ", ".join(names) + (f" và {self.of(self.groups)}" if self.below(3) else "")

    def person(self):
        return f"{self.of(self.names_a)} {self.of(self.names_b)} {self.of(self.names_c)}"

    def day(self):
        day, month, year = 1 + self.below(28), 1 + self.below(12), self.year - self.below(4)
        if self.below(2):
            return f"{day:02d}/{month}/{year}"
        return f"{day:02d} tháng {month:02d} năm {year}"

    def when(self):
        kind = self.below(12)
        if kind == 0:
            return "Thường xuyên"
        if kind == 1:
            return "Hằng năm"
        if kind == 2:
            return f"Quý {self.of(ROMAN[:4])} năm {self.year}"
        if kind == 3:
            return f"Trước ngày {1 + self.below(28):02d}/{1 + self.below(12):02d}/{self.year}"
        if kind == 4:
            return f"Giai đoạn {self.year} - {self.year + 1 + self.below(6)}"
        if kind == 5:
            return f"Từ tháng {1 + self.below(6)} đến tháng {7 + self.below(6)} năm {self.year}"
        if kind == 6:
            return f"Năm {self.year} và những năm tiếp theo"
        if kind == 7:
            return "6 tháng cuối năm"
        if kind == 8:
            return "Cả năm"
        return f"Tháng {1 + self.below(12)}/{self.year}"

    def cite(self):
        kind, symbol, issuer = self.of(KINDS)
        mark = "-" if self.below(30) == 0 else "/"
        return f"{kind} số {1 + self.below(4000)}{mark}{symbol} ngày {self.day()} của {issuer}"

    def work(self):
        text = f"{self.of(self.verbs)} {self.of(self.things)} {self.of(self.tails)}"
        extra = self.below(6)
        if extra == 0:
            text += f"; {self.of(self.verbs).lower()} {self.of(self.things)} tại {self.of(self.places)}"
        elif extra == 1:
            text += f", phấn đấu đạt {1 + self.below(100)}% số {self.of(('xã', 'hộ', 'trường', 'cơ sở', 'hồ sơ'))}"
        elif extra == 2:
            text += f" theo {self.cite()}"
        return text

    def prose(self):
        parts = []
        for _ in range(2 + self.below(4)):
            text = self.of(self.states)
            if self.below(2):
                text += f" {self.of(self.tails)}, nhất là đối với {self.of(self.things)} ở {self.of(self.places)}"
            if self.below(3) == 0:
                text += f", tăng {1 + self.below(40)},{self.below(10)}% so với năm {self.year - 1 - self.below(3)}"
            parts.append(text + ".")
        return " ".join(parts) + "\n"

    def fresh_number(self):
        self.number += 1
        return self.number

    # shapes of sections: each gives some lines
    def labelled(self, mark):
        lead, helper, time, product = self.of((("Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian thực hiện", "Sản phẩm"),
                                               ("Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn hoàn thành", "Kết quả đầu ra"),
                                               ("Chủ trì", "Phối hợp", "Tiến độ", "Sản phẩm dự kiến")))
        lines = [f"{mark} {self.work()}.\n", f"- {lead}: {self.unit()}.\n", f"- {helper}: {self.helpers()}.\n"]
        lines.append(f"- {time}: {self.when()}.\n")
        if self.below(2):
            lines.append(f"- {product}: {self.of(self.products)}.\n")
        return "".join(lines)

    def sentence(self, mark):
        kind = self.below(4)
        if kind == 0:
            return f"{mark} {self.unit()} chủ trì, phối hợp với {self.helpers()} {lower(self.work())}.\n"
        if kind == 1:
            return (f"{mark} Giao {self.unit()} {lower(self.work())}; hoàn thành trước ngày "
                    f"{1 + self.below(28):02d}/{1 + self.below(12):02d}/{self.year}.\n")
        if kind == 2:
            return f"{mark} {self.unit()} có trách nhiệm {lower(self.work())}. {self.work()}.\n"
        return f"{mark} {self.work()} ({self.unit()} thực hiện, {lower(self.when())}).\n"

    def section_labelled(self, title):
        out = [f"\n{title} {self.of(self.verbs).upper()} {self.of(self.things).upper()}\n"]
        for i in range(1, 3 + self.below(6)):
            out.append(self.labelled(f"{i}."))
        return "".join(out)

    def section_prose(self, title):
        out = [f"\n{title} {self.of(self.things).upper()}\n"]
        for i in range(1, 3 + self.below(4)):
            out.append(f"{i}. {self.of(self.verbs)} {self.of(self.things)}\n")
            out.append(self.prose())
            lettered = self.below(2)
            for k in range(2 + self.below(4)):
                out.append(self.sentence(f"{LETTERS[k]})" if lettered else "-"))
        return "".join(out)

    def section_aims(self, title):
        out = [f"\n{title} MỤC ĐÍCH, YÊU CẦU\n", self.prose()]
        for _ in range(2 + self.below(5)):
            out.append(f"- {self.of(self.states)} {self.of(self.tails)}.\n")
            out.append(f"- Phấn đấu {1 + self.below(100)}% {self.of(self.things)} đạt chuẩn vào năm {self.year + self.below(6)}.\n")
        return "".join(out)

    def section_units(self, title):
        out = [f"\n{title} TỔ CHỨC THỰC HIỆN\n"]
        for i in range(1, 3 + self.below(5)):
            out.append(f"{i}. {self.unit()}\n")
            for _ in range(1 + self.below(4)):
                out.append(f"- {self.work()}.\n")
        out.append(f"{self.of(self.groups).capitalize()} báo cáo kết quả về {self.unit()} trước ngày "
                   f"{1 + self.below(28)}/{1 + self.below(12)} hằng năm để tổng hợp, báo cáo {self.of(self.others)}.\n")
        return "".join(out)

    def table(self, between, edge):
        head = ("STT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian", "Sản phẩm")
        rows = [between.join(head)]
        if edge:
            rows.append(between.join("---" for _ in head))
        for i in range(1, 4 + self.below(12)):
            rows.append(between.join((str(i), self.work(), self.unit(), self.helpers(), self.when(), self.of(self.products))))
        start, end = ("| ", " |\n") if edge else ("", "\n")
        return "".join(f"{start}{row}{end}" for row in rows)

    def annex(self):
        edge = self.below(2) == 0
        return (f"\nPHỤ LỤC {self.fresh_number()}\nDANH MỤC NHIỆM VỤ {self.of(self.things).upper()}\n(Kèm theo {self.cite()})\n\n"
                + self.table(" | " if edge else "\t", edge))

    def head(self):
        place, number, day = self.of(self.places), 1 + self.below(900), f"{1 + self.below(28):02d} tháng {1 + self.below(12):02d}"
        out = [f"ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH {place.upper()}\tĐộc lập - Tự do - Hạnh phúc\n",
               f"{FENCE}Số: {number}/KH-UBND\t{place}, ngày {day} năm {self.year}\n\nKẾ HOẠCH\n",
               f"{self.of(self.verbs)} {self.of(self.things)} năm {self.year}\n\n"]
        out += [f"Căn cứ {self.cite()} về {self.of(self.things)};\n" for _ in range(2 + self.below(4))]
        out.append(f"Ủy ban nhân dân tỉnh ban hành Kế hoạch {lower(self.of(self.verbs))} {self.of(self.things)} như sau:\n")
        return "".join(out)

    def tail(self):
        recipients = "".join(f"- {self.unit()};\n" for _ in range(3 + self.below(5)))
        return f"\nNơi nhận:\n{recipients}- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n{self.person()}\n"

    def part(self, n):
        shapes = (self.section_labelled, self.section_labelled, self.section_prose, self.section_prose, self.section_prose,
                  self.section_units, self.section_aims)
        return self.of(shapes)(ROMAN[n] + ".")

    def plan(self, size, write):
        """Writes one document of about @size bytes."""
        self.year = 2019 + self.below(8)
        self.number = 0
        done = write(self.head())
        limit, n, tail = size * 3 // 4 if size < MB else 40000, 0, self.tail()
        while done < limit and n < len(ROMAN):
            done += write(self.part(n))
            n += 1
        done += write(tail)
        while done < size:
            done += write(self.annex())
            # an annex in words has a numbering of its own
            if self.below(3):
                done += write(f"\nPHỤ LỤC {self.fresh_number()}\nNHIỆM VỤ CỤ THỂ\n(Kèm theo {self.cite()})\n")
                for n in range(3 + self.below(8)):
                    done += write(self.part(n)) if done < size else 0


def lower(text):
    return text[:1].lower() + text[1:]


def write_plan(maker, path, size):
    with open(path, "wb") as stream:
        maker.plan(size, lambda text: stream.write(text.encode()))
    return os.path.getsize(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=float, default=0)
    parser.add_argument("--bytes", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--many", action="store_true")
    parser.add_argument("target")
    options = parser.parse_args()
    size = options.bytes or int(options.size * MB)
    maker = Maker(options.seed)
    if not options.many:
        write_plan(maker, options.target, size)
        return
    os.makedirs(options.target, exist_ok=True)
    n = 0
    while size > 0:
        size -= write_plan(maker, f"{options.target}/plan-{n:05d}.txt", 5000 + maker.below(55000))
        n += 1


main()
