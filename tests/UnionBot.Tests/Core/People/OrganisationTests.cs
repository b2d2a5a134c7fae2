using UnionBot.Core.People;

namespace UnionBot.Tests.Core.People;

public sealed class OrganisationTests
{
    private static readonly Organisation Province = new(1, null, "山东省总工会", OrganisationLevel.Province, "370000", null);

    private static readonly Organisation City = new(12, Province, "济南市总工会", OrganisationLevel.City, "370100", null);

    [Fact]
    public void A_union_is_within_itself_and_all_above_it_but_not_within_its_neighbours()
    {
        var other = new Organisation(123, Province, "青岛市总工会", OrganisationLevel.City, "370200", null);

        Assert.Equal("1.12.", City.Path);
        Assert.True(City.IsWithin(City));
        Assert.True(City.IsWithin(Province));
        Assert.False(Province.IsWithin(City));
        Assert.False(other.IsWithin(City));
    }

    [Fact]
    public void A_union_without_name_or_with_half_a_region_cannot_be()
    {
        Assert.Throws<ArgumentException>(() => new Organisation(2, null, " ", OrganisationLevel.Basic, "370100", null));
        Assert.Throws<ArgumentException>(() => new Organisation(2, null, "甲", OrganisationLevel.Basic, "3701", null));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Organisation(0, null, "甲", OrganisationLevel.Basic, "370100", null));
    }

    [Fact]
    public void The_tree_cannot_grow_without_end()
    {
        var deepest = Enumerable.Range(1, Organisation.DeepestPath).Aggregate(
            (Organisation?)null, (above, id) => new Organisation(id, above, "甲", OrganisationLevel.Federation, "370000", null));

        Assert.Throws<ArgumentException>(() => new Organisation(99, deepest, "乙", OrganisationLevel.Basic, "370000", null));
    }

    [Theory]
    [InlineData("91350100M000100Y43", false)]
    [InlineData("8137000", false)]
    [InlineData("", false)]
    public void What_is_no_code_of_a_union_is_refused(string text, bool expected) =>
        Assert.Equal(expected, UnionCode.TryParse(text, out _));

    [Fact]
    public void The_example_of_the_standard_has_the_check_character_three() =>
        Assert.Equal('3', UnionCode.CheckCharacter("91350100M000100Y4"));

    [Theory]
    [InlineData("81370100MC1234567")]
    [InlineData("89370100MC1234567")]
    public void The_code_of_a_union_is_understood_and_its_check_character_verified(string first17)
    {
        var whole = first17 + UnionCode.CheckCharacter(first17);
        var wrong = first17 + (whole[^1] == '0' ? '1' : '0');

        Assert.True(UnionCode.TryParse(whole.ToLowerInvariant(), out var code));
        Assert.Equal(whole, code.Value);
        Assert.False(UnionCode.TryParse(wrong, out _));
    }
}
