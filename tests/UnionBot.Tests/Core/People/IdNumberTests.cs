using UnionBot.Core.People;

namespace UnionBot.Tests.Core.People;

public sealed class IdNumberTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("11010519491231002x")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData(" 110105 19491231 002X ")]
    [InlineData("110105-1949-12-31-002X")]
    public void The_example_of_the_standard_is_understood_however_it_is_written(string text)
    {
        Assert.True(IdNumber.TryParse(text, Today, out var number, out _));

        Assert.Equal("11010519491231002X", number.Value);
        Assert.Equal(new DateOnly(1949, 12, 31), number.BornOn);
    }

    [Fact]
    public void A_region_that_is_in_no_table_is_no_fault() =>
        Assert.True(IdNumber.TryParse("379900199001010019", Today, out _, out _));

    [Theory]
    [InlineData("110105194912310021", IdNumberFault.CheckDigit)]
    [InlineData("110105491231002", IdNumberFault.FirstGeneration)]
    [InlineData("1101051949123100", IdNumberFault.Length)]
    [InlineData("", IdNumberFault.Length)]
    [InlineData("11010519491231O02X", IdNumberFault.Characters)]
    [InlineData("1101051949123100XX", IdNumberFault.Characters)]
    public void What_is_wrong_is_named(string text, IdNumberFault expected) => Assert.Equal(expected, FaultOf(text));

    [Fact]
    public void The_thirtieth_of_February_does_not_exist_whatever_the_check_digit() =>
        Assert.All("0123456789X", digit => Assert.Equal(IdNumberFault.BirthDate, FaultOf("37990019900230001" + digit)));

    [Theory]
    [InlineData("18991231", IdNumberFault.BirthDate)]
    [InlineData("19000101", null)]
    [InlineData("20261121", null)]
    [InlineData("20261122", IdNumberFault.BirthDate)]
    public void A_birth_date_lies_between_1900_and_today(string born, IdNumberFault? expected) =>
        Assert.Equal(expected, FaultOf(Whole("370102" + born + "001")));

    [Theory]
    [InlineData("810000")]
    [InlineData("820000")]
    [InlineData("830000")]
    public void Residence_permits_for_Hong_Kong_Macao_and_Taiwan_pass(string region) =>
        Assert.Null(FaultOf(Whole(region + "19900101001")));

    [Fact]
    public void Printed_it_shows_only_its_ends()
    {
        Assert.True(IdNumber.TryParse("11010519491231002X", Today, out var number, out _));

        Assert.Equal("1***************X", $"{number}");
    }

    private static string Whole(string digits) => digits + IdNumber.CheckDigit(digits);

    private static IdNumberFault? FaultOf(string text) =>
        IdNumber.TryParse(text, Today, out _, out var fault) ? null : fault;
}
