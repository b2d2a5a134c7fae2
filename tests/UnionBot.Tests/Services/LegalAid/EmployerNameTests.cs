using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Tests.Services.LegalAid;

public sealed class EmployerNameTests
{
    [Theory]
    [InlineData("济南鑫源机械有限公司", "鑫源机械")]
    [InlineData("山东省济南市鑫源机械（集团）股份有限公司", "鑫源机械集团")]
    [InlineData(" 鑫源 机械 ", "鑫源机械")]
    [InlineData("ｘｙ物流公司", "XY物流")]
    [InlineData("济南公司", "济南公司")]
    public void The_form_of_business_and_the_city_do_not_tell_one_employer_from_another(string name, string core) => Assert.Equal(core, EmployerName.Core(name));
}
