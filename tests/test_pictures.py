import pytest
from PIL import Image

from communique import charts, pictures

ALT = 'Two bars: "A & B" <2, $x$ costs ½.'


def picture():
    figure, axes = charts.canvas(2.0)
    axes.bar(["A", "B"], [1, 2])
    charts.frame(figure, "B is twice A", "bars", "Source: none")
    return charts.Picture(figure, ALT)


def test_a_picture_becomes_two_files_that_carry_its_alt_text(tmp_path):
    png, svg = pictures.save(picture(), "two bars", tmp_path)
    assert (png, svg) == (tmp_path / "figures" / "two_bars.png", tmp_path / "figures" / "two_bars.svg")
    assert pictures.alt(svg) == ALT
    with Image.open(png) as image:
        assert image.info["Description"] == ALT


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_the_same_picture_is_the_same_file(tmp_path, ending):
    for folder in ("first", "second"):
        pictures.save(picture(), "bars", tmp_path / folder)
    first, second = ((tmp_path / folder / "figures" / f"bars.{ending}").read_bytes() for folder in ("first", "second"))
    assert first == second


def test_a_picture_that_was_changed_is_drawn_again(tmp_path):
    drawn = picture()
    before = charts.png(drawn.figure)
    assert charts.png(drawn.figure) is before
    drawn.figure.axes[0].set_ylabel("thousands")
    assert charts.png(drawn.figure) != before


def test_nothing_to_draw_writes_nothing(tmp_path):
    assert pictures.save(charts.Picture(None, "No figures to draw."), "none", tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_a_drawing_without_title_has_no_alt_text(tmp_path):
    path = tmp_path / "plain.svg"
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>')
    assert pictures.alt(path) == ""
